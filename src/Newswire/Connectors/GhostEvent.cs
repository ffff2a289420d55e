using System.Text.Json;
using Newswire.Articles;
using Newswire.Articles.Html;
using Newswire.Importing;
using Newswire.Importing.Ghost;
using Newswire.Importing.Json;

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
        if (!LenientJson.TryMember(told, "post", out var post))
        {
            return new ImportedItem.LeftOut("the event", "It is not about a post.");
        }

        LenientJson.TryMember(post, "current", out var current);
        LenientJson.TryMember(post, "previous", out var previous);

        // Of a post that was deleted only what it was is left.
        var isDeleted = LenientJson.Text(current, "id") is null;
        var now = PostOf(isDeleted ? previous : current);
        var place = $"post {now.Id}";
        if (GhostArticle.IdOf(now) is not { } id)
        {
            return new ImportedItem.LeftOut(place, "It does not say which post it is about.");
        }

        var wasShown = LenientJson.Text(previous, "status") is "published" or "scheduled";
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
        Id = LenientJson.Text(post, "id"),
        Type = LenientJson.Text(post, "type"),
        Status = LenientJson.Text(post, "status"),
        Visibility = LenientJson.Text(post, "visibility"),
        Title = LenientJson.Text(post, "title"),
        Url = LenientJson.Text(post, "url"),
        Html = LenientJson.Text(post, "html"),
        Lexical = LenientJson.Text(post, "lexical"),
        Excerpt = LenientJson.Text(post, "custom_excerpt"),
        Published = SourceDate.Read(LenientJson.Text(post, "published_at")),
        Updated = SourceDate.Read(LenientJson.Text(post, "updated_at")),
        Featured = WebAddress.Resolve(LenientJson.Text(post, "feature_image"), baseUrl: null) is { } url
            ? PrintedCaption.Under(
                new Picture { Url = url, Alt = LenientJson.Text(post, "feature_image_alt") }, LenientJson.Text(post, "feature_image_caption"))
            : null,
        Authors = [.. Rows(post, "authors")
            .Where(author => LenientJson.Text(author, "name") is not null)
            .Select(author => new Author(LenientJson.Text(author, "name")!, WebAddress.Resolve(LenientJson.Text(author, "url"), baseUrl: null)))],
        Tags = [.. Rows(post, "tags")
            .Where(tag => LenientJson.Text(tag, "name") is { } name && GhostPost.IsPublicTag(name, LenientJson.Text(tag, "visibility")))
            .Select(tag => LenientJson.Text(tag, "name")!)],
    };

    private static JsonElement.ArrayEnumerator Rows(JsonElement post, string name) =>
        LenientJson.TryMember(post, name, out var rows) && rows.ValueKind == JsonValueKind.Array ? rows.EnumerateArray() : default;
}
