using System.Text;
using Newswire.Articles.Html;

namespace Newswire.Partners.Profiles;

/// <summary>Bodies in the elements that a partner allows. Words stay whatever stands around them, but for those struck out.</summary>
internal sealed class AllowedHtml
{
    private const string Quoted = "q";

    private readonly HashSet<string> allowed;
    private readonly Dictionary<string, string> renamed;
    private readonly HashSet<string> dropped;

    /// <param name="allowed">The elements that stay, parted by spaces.</param>
    /// <param name="renamed">What else stays under another name, which is allowed.</param>
    /// <param name="dropped">
    /// What goes with everything in it, parted by spaces. Of other elements the tags go; <c>q</c> becomes quotation marks.
    /// </param>
    public AllowedHtml(string allowed, IReadOnlyList<(string From, string To)> renamed, string dropped)
    {
        this.allowed = [.. allowed.Split(' ')];
        this.renamed = renamed.ToDictionary(pair => pair.From, pair => pair.To, StringComparer.Ordinal);
        this.dropped = [.. dropped.Split(' ')];
    }

    /// <summary>The body in what is allowed.</summary>
    /// <param name="body">A body as <see cref="BodyHtml"/> makes it.</param>
    /// <param name="image">What stands for an image.</param>
    /// <param name="isLink">Whether a link may lead to an address; one that may not keeps its words.</param>
    public string Cut(string body, Func<BodyTag, string> image, Predicate<string> isLink)
    {
        var cut = new StringBuilder(body.Length);
        var ends = new Stack<string>();

        // How many elements are open from the one that is dropped on.
        var droppedDepth = 0;
        for (var at = 0; at < body.Length;)
        {
            var tagAt = body.IndexOf('<', at) is >= 0 and var found ? found : body.Length;
            cut.Append(droppedDepth == 0 ? body.AsSpan(at, tagAt - at) : []);
            at = tagAt;
            if (at == body.Length)
            {
                break;
            }

            var tag = BodyTag.Read(body, at);
            at += tag.Markup.Length;
            if (tag.Name is "img" or "br" or "hr")
            {
                // A line or a rule parts words, and so does a space.
                cut.Append(droppedDepth > 0 ? "" : tag.Name == "img" ? image(tag) : allowed.Contains(tag.Name) ? tag.Markup : " ");
            }
            else if (tag.IsEnd)
            {
                droppedDepth = Math.Max(0, droppedDepth - 1);
                cut.Append(ends.TryPop(out var end) ? end : "");
            }
            else if (droppedDepth > 0 || dropped.Contains(tag.Name))
            {
                droppedDepth++;
                ends.Push("");
            }
            else
            {
                var (start, end) = TagsFor(tag, isLink);
                cut.Append(start);
                ends.Push(end);
            }
        }

        return cut.AppendJoin("", ends).ToString();
    }

    private (string Start, string End) TagsFor(BodyTag tag, Predicate<string> isLink)
    {
        if (tag.Name == "a" && !(tag.Value("href") is { } address && isLink(address)))
        {
            return ("", "");
        }

        if (allowed.Contains(tag.Name))
        {
            return (tag.Markup, $"</{tag.Name}>");
        }

        return renamed.TryGetValue(tag.Name, out var name) ? ($"<{name}{tag.Markup[(tag.Name.Length + 1)..]}", $"</{name}>")
            : tag.Name == Quoted ? ("“", "”")
            : ("", "");
    }
}
