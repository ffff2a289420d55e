using Newswire.Articles;
using Newswire.Articles.Submissions;

namespace Newswire.Importing.WordPress;

/// <summary>Makes an article of a post of WordPress. Pure; the same for an export and for what a site tells of itself.</summary>
internal static class WordPressArticle
{
    /// <summary>The category of posts that nobody has put into one.</summary>
    private const string NoCategory = "Uncategorized";

    /// <summary>The article's id: made of the guid, which every form of a post has. Null when it is missing.</summary>
    public static string? IdOf(WordPressPost post) => (post.Guid ?? post.Url) is { Length: > 0 } guid ? SourceId.Of(guid) : null;

    /// <summary>Why the post is not for everybody to read; null when it is, now or at its time.</summary>
    public static string? NotPublic(WordPressPost post, IReadOnlyList<string> types) =>
        post.Type is { } type && !types.Contains(type, StringComparer.Ordinal) ? $"It is of the type '{type}', not an article."
        : post.HasPassword ? "Readers need a password for it."
        : post.Status switch
        {
            "publish" or "future" => null,
            "private" => "It is private.",
            "trash" => "It is in the trash.",
            var status => $"It is not published: {status ?? "it says no status"}.",
        };

    /// <summary>The article; or why it is left out.</summary>
    public static ImportedItem Of(WordPressPost post, WordPressLibrary library, IReadOnlyList<string> types, string place)
    {
        if (NotPublic(post, types) is { } reason)
        {
            return new ImportedItem.LeftOut(place, reason);
        }

        if (IdOf(post) is not { } id)
        {
            return new ImportedItem.LeftOut(place, "It has neither a guid nor a link: nothing says that it is the same article the next time.");
        }

        var content = WordPressContent.Read(post.Content ?? "", post.Number, library);
        List<string> categories = [.. post.Categories.Where(name => name != NoCategory)];
        var article = new Submission
        {
            Headline = post.Title,
            Standfirst = post.Excerpt,
            Body = content.Html,
            Url = post.Url,
            Language = post.Language,
            Authors = [.. post.Authors.Distinct(StringComparer.Ordinal).Select(name => new Author(name))],
            Topics = [.. categories.Concat(post.Tags).Distinct(StringComparer.Ordinal)],
            Section = categories.Count > 0 ? categories[0] : null,
            FeaturedPicture = post.Featured,
            Pictures = content.Pictures,
        };
        return ArticleItem.Of(place, id, article, post.Published, post.Modified, post.Losses.Concat(content.Losses));
    }
}
