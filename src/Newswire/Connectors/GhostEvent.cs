using System.Text.Json;
using Newswire.Articles;
using Newswire.Articles.Html;
using Newswire.Importing;
using Newswire.Importing.Ghost;

namespace Newswire.Connectors;

/// <summary>
/// Reads what a webhook of Ghost tells: <c>{"post":{"current":{…},"previous":{…}}}</c>. Which event it was is not in it, and does not
/// matter: what the post is now does.
/// </summary>
internal static class GhostEvent
{
    /// <summary>The article as it is now, its withdrawal, or why there is nothing to do.</summary>
    public static ImportedItem Read(JsonElement told)
    {
        if (!TryMember(told, "post", out var post))
        {
            return new ImportedItem.LeftOut("the event", "It is not about a post.");
        }

        TryMember(post, "current", out var current);
        TryMember(post, "previous", out var previous);

        // Of a post that was deleted only what it was is left.
        var isDeleted = GhostPost.Text(current, "id") is null;
        var now = PostOf(isDeleted ? previous : current);
        var place = $"post {now.Id}";
        if (GhostArticle.IdOf(now) is not { } id)
        {
            return new ImportedItem.LeftOut(place, "It does not say which post it is about.");
        }

        var wasShown = GhostPost.Text(previous, "status") is "published" or "scheduled";
        if (!isDeleted && GhostArticle.NotPublic(now) is null)
        {
            return GhostArticle.Of(now, place);
        }

        // A page is none of ours, and a draft that nobody has seen needs no taking back: each of its edits would be a change.
        var isAnArticle = now.Type is not "page";
        var isGone = isDeleted ? now.Status is not "draft" : now.Status is "published" or "scheduled" or "sent" || wasShown;
        return isAnArticle && isGone
            ? new ImportedItem.Withdrawal(place, id, now.Updated is { } updated ? ArticleItem.VersionOf(updated) : null)
            : new ImportedItem.LeftOut(place, isDeleted ? "It was never published." : GhostArticle.NotPublic(now)!);
    }

    private static GhostPost PostOf(JsonElement post) => new()
    {
        Id = GhostPost.Text(post, "id"),
        Type = GhostPost.Text(post, "type"),
        Status = GhostPost.Text(post, "status"),
        Visibility = GhostPost.Text(post, "visibility"),
        Title = GhostPost.Text(post, "title"),
        Url = GhostPost.Text(post, "url"),
        Html = GhostPost.Text(post, "html"),
        Lexical = GhostPost.Text(post, "lexical"),
        Excerpt = GhostPost.Text(post, "custom_excerpt"),
        Published = SourceDate.Read(GhostPost.Text(post, "published_at")),
        Updated = SourceDate.Read(GhostPost.Text(post, "updated_at")),
        Featured = WebAddress.Resolve(GhostPost.Text(post, "feature_image"), baseUrl: null) is { } url
            ? PrintedCaption.Under(
                new Picture { Url = url, Alt = GhostPost.Text(post, "feature_image_alt") }, GhostPost.Text(post, "feature_image_caption"))
            : null,
        Authors = [.. Rows(post, "authors")
            .Where(author => GhostPost.Text(author, "name") is not null)
            .Select(author => new Author(GhostPost.Text(author, "name")!, WebAddress.Resolve(GhostPost.Text(author, "url"), baseUrl: null)))],
        Tags = [.. Rows(post, "tags")
            .Where(tag => GhostPost.Text(tag, "name") is { } name && GhostPost.IsPublicTag(name, GhostPost.Text(tag, "visibility")))
            .Select(tag => GhostPost.Text(tag, "name")!)],
    };

    private static JsonElement.ArrayEnumerator Rows(JsonElement post, string name) =>
        TryMember(post, name, out var rows) && rows.ValueKind == JsonValueKind.Array ? rows.EnumerateArray() : default;

    private static bool TryMember(JsonElement told, string name, out JsonElement member)
    {
        member = default;
        return told.ValueKind == JsonValueKind.Object && told.TryGetProperty(name, out member);
    }
}
