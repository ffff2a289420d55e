namespace Newswire.Articles.Html;

/// <summary>
/// Writes the body of an article from a tree of whatever markup, in one pass. Words always stand in a block, blocks never
/// stand in words: formatting around a block is begun again inside it, a picture inside a paragraph ends the paragraph
/// and the rest goes on in a new one.
/// </summary>
internal sealed class BodyWriter(Uri baseUrl, ListedPictures listed)
{
    private readonly BodyOutput output = new();
    private readonly List<Picture> pictures = [];
    private readonly HashSet<string> pictureUrls = new(StringComparer.Ordinal);
    private bool blankLineEndsParagraph;

    /// <summary>True if the body outgrew <see cref="BodyHtml.MaxLengthBytes"/>; writing stopped there.</summary>
    public bool IsTooLarge => output.Length > BodyHtml.MaxLengthBytes;

    /// <summary>What was written.</summary>
    public string Html => output.ToString();

    /// <summary>The pictures written, in order, each once.</summary>
    public IReadOnlyList<Picture> Pictures => pictures;

    /// <summary>Writes all of the tree, then the listed pictures it did not show.</summary>
    public void Write(HtmlElement root)
    {
        blankLineEndsParagraph = !root.Descendants.Any(element => element.Name == "br" || HtmlNames.Blocks.Contains(element.Name));
        WriteChildren(root);
        output.EndImplied();
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
            output.Gap("<br>");
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
        var isRepeated = name is not ("sub" or "sup" or "q") && output.HasFormat(name);
        if (isRepeated || (name == "a" && !attributes.Contains(" href=", StringComparison.Ordinal)))
        {
            WriteChildren(element);
            return;
        }

        output.StartFormat(name, attributes);
        WriteChildren(element);
        output.EndFormat();
    }

    private void WriteBlock(string? name, HtmlElement element)
    {
        output.EndImplied();
        if (output.Top.TakesWordsOnly)
        {
            output.Gap(" ");
            WriteChildren(element);
            output.Gap(" ");
            return;
        }

        if (name == "hr")
        {
            output.BeginApart().Append("<hr>");
            return;
        }

        name = IsInPlace(name) ? name : null;
        output.StartBlock(new BodyBlock(name, name is null ? "" : BodyAttributes.Of(name, element, baseUrl)));
        if (name is "td" or "th")
        {
            // An empty cell keeps the others in their columns.
            output.BeginApart();
        }

        WriteChildren(element);
        output.EndBlock();
    }

    private bool IsInPlace(string? name) => name switch
    {
        "li" => output.NearestName is "ul" or "ol",
        "dt" or "dd" => output.NearestName is "dl",
        _ => true,
    };

    private void WriteText(string text)
    {
        var from = 0;
        if (blankLineEndsParagraph && !output.HasFormats)
        {
            while (BlankLines.Next(text, from) is var (end, next))
            {
                output.Words(text[from..end]);
                output.EndImplied();
                from = next;
            }
        }

        output.Words(text[from..]);
    }

    private void WritePictures(IReadOnlyList<Picture> found)
    {
        foreach (var picture in found)
        {
            if (output.Top.Name != "caption" && !IsTooLarge)
            {
                WritePicture(listed.Complete(picture));
            }
        }
    }

    private void WritePicture(Picture picture)
    {
        if (pictureUrls.Add(picture.Url))
        {
            pictures.Add(picture);
        }

        CanonicalFigure.Write(output.BeginApart(), picture);
    }
}
