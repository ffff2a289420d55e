using System.Text;

namespace Newswire.Articles.Html;

/// <summary>
/// The body being written. Start tags wait for content, so that nothing empty is written, and formatting is ended and
/// begun again wherever a block ends or begins.
/// </summary>
internal sealed class BodyOutput
{
    private readonly StringBuilder html = new();
    private readonly List<BodyBlock> blocks = [new BodyBlock(name: null)];
    private readonly List<(string Name, string Attributes, bool IsWritten)> formats = [];
    private readonly StringBuilder gap = new();

    /// <summary>Characters written.</summary>
    public int Length => html.Length;

    /// <summary>The innermost block.</summary>
    public BodyBlock Top => blocks[^1];

    /// <summary>The innermost element a block is written in; null at the top of the body.</summary>
    public string? NearestName => blocks.FindLast(block => block.Name is not null)?.Name;

    public bool HasFormats => formats.Count > 0;

    public bool HasFormat(string name) => formats.Exists(format => format.Name == name);

    /// <inheritdoc/>
    public override string ToString() => html.ToString();

    /// <summary>Notes what parts words, to be written if words follow in the same block.</summary>
    public void Gap(string markup) => gap.Append(markup);

    public void StartFormat(string name, string attributes) => formats.Add((name, attributes, false));

    public void EndFormat()
    {
        if (formats[^1].IsWritten)
        {
            html.Append("</").Append(formats[^1].Name).Append('>');
        }

        formats.RemoveAt(formats.Count - 1);
    }

    /// <summary>Enters a block; a paragraph begun around loose text must have been ended.</summary>
    public void StartBlock(BodyBlock block)
    {
        EndFormats();
        blocks.Add(block);
    }

    /// <summary>Leaves the innermost block.</summary>
    public void EndBlock()
    {
        EndImplied();
        CloseBlock();
        blocks.RemoveAt(blocks.Count - 1);
    }

    /// <summary>Where something that stands apart from words can be written: between blocks, or where one is split.</summary>
    public StringBuilder BeginApart()
    {
        EndImplied();
        EndFormats();
        if (Top.TakesWordsOnly)
        {
            CloseBlock();
        }

        BeginBlocks(exceptWords: true);
        return html;
    }

    /// <summary>Writes text with the tags it stands in; white space waits for words to part.</summary>
    public void Words(string text)
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

        BeginBlocks(exceptWords: false);
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

    private void BeginBlocks(bool exceptWords)
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

    /// <summary>Ends the paragraph begun around loose text, if one is open.</summary>
    public void EndImplied()
    {
        if (Top.IsImplied)
        {
            EndFormats();
            CloseBlock();
            blocks.RemoveAt(blocks.Count - 1);
        }

        if (!Top.TakesWordsOnly)
        {
            gap.Clear();
        }
    }

    private void CloseBlock()
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
}
