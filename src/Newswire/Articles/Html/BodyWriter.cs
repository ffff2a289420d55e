using System.Globalization;
using System.Text;

namespace Newswire.Articles.Html;

/// <summary>
/// Writes the body of an article from a tree of whatever markup, in one pass. Words always stand in a block, blocks never
/// stand in words: formatting around a block is begun again inside it, a picture inside a paragraph ends the paragraph
/// and the rest goes on in a new one.
/// </summary>
internal sealed class BodyWriter(Uri baseUrl, ListedPictures listed)
{
    private readonly StringBuilder html = new();
    private readonly List<Picture> pictures = [];
    private readonly HashSet<string> pictureUrls = new(StringComparer.Ordinal);
    private readonly List<BodyBlock> blocks = [new BodyBlock(name: null)];
    private readonly List<(string Name, string Attributes, bool IsWritten)> formats = [];
    private readonly StringBuilder gap = new();
    private bool blankLineEndsParagraph;

    /// <summary>True if the body outgrew <see cref="BodyHtml.MaxLengthBytes"/>; writing stopped there.</summary>
    public bool IsTooLarge => html.Length > BodyHtml.MaxLengthBytes;

    /// <summary>What was written.</summary>
    public string Html => html.ToString();

    /// <summary>The pictures written, in order, each once.</summary>
    public IReadOnlyList<Picture> Pictures => pictures;

    private BodyBlock Top => blocks[^1];

    /// <summary>Writes all of the tree, then the listed pictures it did not show.</summary>
    public void Write(HtmlElement root)
    {
        blankLineEndsParagraph = !root.Descendants.Any(element => element.Name == "br" || HtmlNames.Blocks.Contains(element.Name));
        WriteChildren(root);
        EndImplied();
        foreach (var picture in listed.NotShown.ToList())
        {
            WritePicture(picture);
        }
    }

    private void WriteChildren(HtmlElement parent)
    {
        foreach (var node in parent.Children)
        {
            if (IsTooLarge)
            {
                return;
            }

            if (node is HtmlText text)
            {
                WriteText(text.Text);
            }
            else if (node is HtmlElement element && !HtmlNames.Unseen.Contains(element.Name))
            {
                WriteElement(element);
            }
        }
    }

    private void WriteElement(HtmlElement element)
    {
        if (FigureReader.IsImage(element))
        {
            WritePictures(ImageSource.Read(element, baseUrl) is { } picture ? [picture] : []);
        }
        else if (FigureReader.IsFigure(element) && FigureReader.Read(element, baseUrl) is { } figure)
        {
            WritePictures(figure);
        }
        else if (element.Name == "br")
        {
            gap.Append("<br>");
        }
        else if (BodyVocabulary.Formats.TryGetValue(element.Name, out var format))
        {
            WriteFormat(format, element);
        }
        else if (HtmlNames.Blocks.Contains(element.Name) || element.Name == "hr")
        {
            WriteBlock(BodyVocabulary.Blocks.GetValueOrDefault(element.Name), element);
        }
        else
        {
            WriteChildren(element);
        }
    }

    private void WriteFormat(string name, HtmlElement element)
    {
        var attributes = BodyAttributes.Of(name, element, baseUrl);
        var isRepeated = name is not ("sub" or "sup" or "q") && formats.Exists(format => format.Name == name);
        if (isRepeated || (name == "a" && !attributes.Contains(" href=", StringComparison.Ordinal)))
        {
            WriteChildren(element);
            return;
        }

        formats.Add((name, attributes, false));
        WriteChildren(element);
        if (formats[^1].IsWritten)
        {
            html.Append("</").Append(name).Append('>');
        }

        formats.RemoveAt(formats.Count - 1);
    }

    private void WriteBlock(string? name, HtmlElement element)
    {
        EndImplied();
        if (Top.TakesWordsOnly)
        {
            gap.Append(' ');
            WriteChildren(element);
            gap.Append(' ');
            return;
        }

        EndFormats();
        if (name == "hr")
        {
            BeginBlocks();
            html.Append("<hr>");
            return;
        }

        name = IsInPlace(name) ? name : null;
        blocks.Add(new BodyBlock(name, name is null ? "" : BodyAttributes.Of(name, element, baseUrl)));
        if (name is "td" or "th")
        {
            // An empty cell keeps the others in their columns.
            BeginBlocks();
        }

        WriteChildren(element);
        EndImplied();
        EndBlock();
        blocks.RemoveAt(blocks.Count - 1);
    }

    private bool IsInPlace(string? name)
    {
        var around = blocks.FindLast(block => block.Name is not null)?.Name;
        return name switch
        {
            "li" => around is "ul" or "ol",
            "dt" or "dd" => around is "dl",
            _ => true,
        };
    }

    private void WriteText(string text)
    {
        var from = 0;
        if (blankLineEndsParagraph && formats.Count == 0)
        {
            while (BlankLine(text, from) is var (end, next))
            {
                WriteWords(text[from..end]);
                EndImplied();
                from = next;
            }
        }

        WriteWords(text[from..]);
    }

    private void WriteWords(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            gap.Append(text);
            return;
        }

        if (Top.Name is null)
        {
            blocks.Add(new BodyBlock("p", isImplied: true));
        }

        BeginBlocks();
        var isFirst = !Top.HasWords;
        html.Append(isFirst ? null : gap);
        gap.Clear();
        Top.HasWords = true;
        for (var i = 0; i < formats.Count; i++)
        {
            if (!formats[i].IsWritten)
            {
                html.Append('<').Append(formats[i].Name).Append(formats[i].Attributes).Append('>');
                formats[i] = formats[i] with { IsWritten = true };
            }
        }

        // A parser drops the first line end in pre, so that one left there would vanish on the next reading.
        BodyAttributes.AppendText(html, isFirst && Top.Name == "pre" ? text.AsSpan().TrimStart("\r\n") : text);
    }

    private void WritePictures(IReadOnlyList<Picture> found)
    {
        foreach (var picture in found)
        {
            if (Top.Name != "caption" && !IsTooLarge)
            {
                WritePicture(listed.Complete(picture));
            }
        }
    }

    private void WritePicture(Picture picture)
    {
        EndImplied();
        EndFormats();
        if (Top.TakesWordsOnly)
        {
            EndBlock();
        }

        BeginBlocks(exceptWords: true);
        if (pictureUrls.Add(picture.Url))
        {
            pictures.Add(picture);
        }

        html.Append("<figure><img");
        BodyAttributes.Add(html, "src", picture.Url);
        BodyAttributes.Add(html, "alt", picture.Alt ?? "");
        BodyAttributes.Add(html, "width", picture.Width?.ToString(CultureInfo.InvariantCulture));
        BodyAttributes.Add(html, "height", picture.Height?.ToString(CultureInfo.InvariantCulture));
        html.Append('>');
        if (picture.Caption is not null || picture.Credits.Count > 0)
        {
            html.Append("<figcaption>");
            BodyAttributes.AppendText(html, picture.Caption);
            if (picture.Credits.Count > 0)
            {
                html.Append(picture.Caption is null ? "<cite>" : " <cite>");
                BodyAttributes.AppendText(html, string.Join(" / ", picture.Credits));
                html.Append("</cite>");
            }

            html.Append("</figcaption>");
        }

        html.Append("</figure>");
    }

    private void BeginBlocks(bool exceptWords = false)
    {
        foreach (var block in blocks)
        {
            if (block is { Name: not null, IsWritten: false } && !(exceptWords && block.TakesWordsOnly))
            {
                html.Append('<').Append(block.Name).Append(block.Attributes).Append('>');
                block.IsWritten = true;
            }
        }
    }

    private void EndImplied()
    {
        if (Top.IsImplied)
        {
            EndFormats();
            EndBlock();
            blocks.RemoveAt(blocks.Count - 1);
        }

        if (!Top.TakesWordsOnly)
        {
            gap.Clear();
        }
    }

    private void EndBlock()
    {
        EndFormats();
        gap.Clear();
        if (Top.IsWritten)
        {
            html.Append("</").Append(Top.Name).Append('>');
            Top.IsWritten = false;
            Top.HasWords = false;
        }
    }

    private void EndFormats()
    {
        for (var i = formats.Count - 1; i >= 0; i--)
        {
            if (formats[i].IsWritten)
            {
                html.Append("</").Append(formats[i].Name).Append('>');
                formats[i] = formats[i] with { IsWritten = false };
            }
        }
    }

    /// <summary>Where the first blank line begins and what follows it begins; null if there is none.</summary>
    private static (int End, int Next)? BlankLine(string text, int from)
    {
        for (var at = text.IndexOf('\n', from); at >= 0; at = text.IndexOf('\n', at + 1))
        {
            var next = at + 1;
            while (next < text.Length && text[next] is ' ' or '\t' or '\r')
            {
                next++;
            }

            if (next < text.Length && text[next] == '\n')
            {
                return (at, next + 1);
            }
        }

        return null;
    }
}
