using System.Text;

namespace Newswire.Articles.Html;

/// <summary>
/// Takes pictures that are held back out of a clean body without a trace: figure, caption and credits, what stood around
/// them alone, and links to the file, whose words stay. Where a rendition may be passed on it takes the picture's place.
/// Every other byte stays as it is.
/// </summary>
internal sealed class PictureRemoval
{
    private readonly HeldBackPictures held;
    private readonly StringBuilder kept;
    private readonly Stack<OpenElement> open = new([new OpenElement("", keptBefore: 0, isUnwrapped: false)]);

    private PictureRemoval(HeldBackPictures held, int capacity)
    {
        this.held = held;
        kept = new StringBuilder(capacity);
    }

    /// <summary>The body without the pictures.</summary>
    /// <param name="body">A body as <see cref="BodyHtml"/> makes it.</param>
    /// <param name="held">The pictures.</param>
    public static string Remove(string body, HeldBackPictures held)
    {
        var removal = new PictureRemoval(held, body.Length);
        for (var at = 0; at < body.Length;)
        {
            var tagAt = body.IndexOf('<', at) is >= 0 and var found ? found : body.Length;
            removal.Words(body.AsSpan(at, tagAt - at));
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
            Start(tag);
        }
    }

    private void Words(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return;
        }

        if (!char.IsWhiteSpace(text[0]))
        {
            PartWords();
        }

        kept.Append(text);
        if (!text.IsWhiteSpace())
        {
            Keep(open.Peek(), areWords: true);
        }
    }

    private void Start(BodyTag tag)
    {
        if (AreWords(tag))
        {
            PartWords();
        }

        var isUnwrapped = tag.Name == "a" && IsHeld(tag.Value("href"));
        open.Push(new OpenElement(tag.Name, kept.Length, isUnwrapped));
        kept.Append(isUnwrapped ? "" : tag.Markup);
    }

    private void Void(BodyTag tag)
    {
        if (tag.Name == "img" && IsHeld(tag.Value("src")))
        {
            Replace(tag);
            return;
        }

        kept.Append(tag.Markup);
        if (tag.Name == "br")
        {
            // Parts words as well as a space does, but nobody sees it alone.
            open.Peek().IsParted = false;
            return;
        }

        Keep(open.Peek(), areWords: false);
    }

    private void Replace(BodyTag image)
    {
        var around = open.Peek();
        if (held.RenditionOf(image.Value("src")!) is not { } rendition)
        {
            Lose(around);
            return;
        }

        var saysNothing = HeldBackPictures.SaysNothing(rendition);
        CanonicalFigure.WriteImage(kept, rendition with { Alt = saysNothing ? image.Value("alt") : rendition.Alt });
        Keep(around, areWords: false);
        around.Instead = saysNothing ? null : rendition;
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
        if (element.LeavesWithPicture)
        {
            kept.Length = element.KeptBefore;
            Lose(around);
            return;
        }

        if (element is { Name: "figure", Instead: { } rendition })
        {
            // The caption is that of the picture which is gone.
            kept.Length = element.KeptBefore;
            CanonicalFigure.Write(kept, rendition);
            Keep(around, areWords: false);
            return;
        }

        kept.Append(element.IsUnwrapped ? "" : tag.Markup);
        around.LostPicture |= element.LostPicture;
        if (element.IsFilled)
        {
            Keep(around, AreWords(tag));
        }
    }

    private static void Keep(OpenElement around, bool areWords)
    {
        around.IsFilled = true;
        around.EndsInWords = areWords;
        around.IsParted = false;
    }

    private static void Lose(OpenElement around)
    {
        around.LostPicture = true;
        around.IsParted = around.EndsInWords;
    }

    private void PartWords()
    {
        if (open.Peek().IsParted)
        {
            kept.Append(' ');
            open.Peek().IsParted = false;
        }
    }

    private static bool AreWords(BodyTag tag) => BodyVocabulary.Formats.ContainsKey(tag.Name);

    private bool IsHeld(string? address) => address is not null && held.Has(address);
}
