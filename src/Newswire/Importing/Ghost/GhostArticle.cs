using Newswire.Articles.Submissions;

namespace Newswire.Importing.Ghost;

/// <summary>Makes an article of a post of Ghost. Pure; the same for an export and for a webhook.</summary>
internal static class GhostArticle
{
    /// <summary>The article's id; null when the post says none.</summary>
    public static string? IdOf(GhostPost post) =>
        post.Id is { Length: > 0 and <= 100 } id && id.All(char.IsAsciiLetterOrDigit) ? "ghost-" + id : null;

    /// <summary>Why the post is not for everybody to read; null when it is, now or at its time.</summary>
    public static string? NotPublic(GhostPost post) =>
        post.Type is "page" ? "It is a page, not a post."
        : post.Status switch
        {
            "published" or "scheduled" => post.Visibility is null or "public" ? null : $"It is not for everybody: its visibility is '{post.Visibility}'.",
            "sent" => "It was sent as a newsletter only.",
            var status => $"It is not published: {status ?? "it says no status"}.",
        };

    /// <summary>The article; or why it is left out.</summary>
    public static ImportedItem Of(GhostPost post, string place)
    {
        if (NotPublic(post) is { } reason)
        {
            return new ImportedItem.LeftOut(place, reason);
        }

        if (IdOf(post) is not { } id)
        {
            return new ImportedItem.LeftOut(place, "It has no id.");
        }

        List<string> losses = [];
        var body = post.Html ?? (post.Lexical is { } lexical ? LexicalHtml.Of(lexical, losses) : null);
        if (body is null)
        {
            losses.Add("The body is missing: it is there neither as HTML nor in a form that can be read.");
        }

        var article = new Submission
        {
            // A title is plain text there, and may be about markup.
            Headline = Markup.Of(post.Title),
            Standfirst = Markup.Of(post.Excerpt),
            Body = body,
            Url = post.Url,
            Language = post.Language,
            Authors = post.Authors,
            Topics = [.. post.Tags.Distinct(StringComparer.Ordinal)],
            Section = post.Tags.Count > 0 ? post.Tags[0] : null,
            FeaturedPicture = post.Featured,
        };
        return ArticleItem.Of(place, id, article, post.Published, post.Updated, losses);
    }
}
