using System.Text;

namespace Newswire.Articles.Html;

/// <summary>
/// Takes pictures out of a clean body without a trace: figure, caption and credits, what stood around them alone, and
/// links to the file, whose words stay. Every other byte stays as it is.
/// </summary>
internal sealed class PictureRemoval
{
    private readonly IReadOnlySet<string> urls;
    private readonly StringBuilder kept;
    private readonly Stack<OpenElement> open = new([new OpenElement("", keptBefore: 0, isUnwrapped: false)]);

    private PictureRemoval(IReadOnlySet<string> urls, int capacity)
    {
        this.urls = urls;
        kept = new StringBuilder(capacity);
    }

    /// <summary>The body without the pictures.</summary>
    /// <param name="body">A body as <see cref="BodyHtml"/> makes it.</param>
    /// <param name="urls">The addresses of the pictures.</param>
    public static string Remove(string body, IReadOnlySet<string> urls)
    {
        var removal = new PictureRemoval(urls, body.Length);
        for (var at = 0; at < body.Length;)
        {
            var tagAt = body.IndexOf('<', at) is >= 0 and var found ? found : body.Length;
            removal.Text(body.AsSpan(at, tagAt - at));
            at = tagAt;
            if (at < body.Length)
            {
                var tag = BodyTag.Read(body, at);
                removal.Tag(tag);
                at += tag.Markup.Length;
            }
        }

        return removal.kept.ToString();
    }

    private void Text(ReadOnlySpan<char> text)
    {
        kept.Append(text);
        open.Peek().IsFilled |= !text.IsWhiteSpace();
    }

    private void Tag(BodyTag tag)
    {
        if (tag.IsEnd)
        {
            End(tag);
        }
        else if (tag.Name is "img" or "hr" or "br")
        {
            Void(tag);
        }
        else
        {
            var isUnwrapped = tag.Name == "a" && IsOfPicture(tag.Value("href"));
            open.Push(new OpenElement(tag.Name, kept.Length, isUnwrapped));
            kept.Append(isUnwrapped ? "" : tag.Markup);
        }
    }

    private void Void(BodyTag tag)
    {
        if (tag.Name == "img" && IsOfPicture(tag.Value("src")))
        {
            open.Peek().LostPicture = true;
            return;
        }

        kept.Append(tag.Markup);
        open.Peek().IsFilled |= tag.Name != "br";
    }

    private void End(BodyTag tag)
    {
        if (open.Peek().Name != tag.Name)
        {
            kept.Append(tag.Markup);
            return;
        }

        var element = open.Pop();
        var around = open.Peek();
        around.LostPicture |= element.LostPicture;
        if (element.LeavesWithPicture)
        {
            kept.Length = element.KeptBefore;
            return;
        }

        kept.Append(element.IsUnwrapped ? "" : tag.Markup);
        around.IsFilled |= element.IsFilled;
    }

    // A fragment names a place in the file, which is the same file.
    private bool IsOfPicture(string? address) =>
        address is not null
        && (urls.Contains(address) || urls.Contains(address.Split('#')[0]));

    /// <summary>An element whose end has not been read.</summary>
    private sealed class OpenElement(string name, int keptBefore, bool isUnwrapped)
    {
        public string Name => name;

        /// <summary>How much was kept before it began.</summary>
        public int KeptBefore => keptBefore;

        /// <summary>Whether its tags are left out and its content kept.</summary>
        public bool IsUnwrapped => isUnwrapped;

        /// <summary>Whether a reader sees anything in it.</summary>
        public bool IsFilled { get; set; }

        /// <summary>Whether a picture was taken out of it.</summary>
        public bool LostPicture { get; set; }

        /// <summary>
        /// A figure goes with its caption; what else held the picture goes if it held nothing more. An empty cell keeps
        /// the others in their columns.
        /// </summary>
        public bool LeavesWithPicture => LostPicture && (name == "figure" || (!IsFilled && name is not ("td" or "th")));
    }
}
