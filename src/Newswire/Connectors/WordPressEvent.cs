using System.Globalization;
using System.Text.Json;
using Newswire.Articles;
using Newswire.Articles.Html;
using Newswire.Importing;
using Newswire.Importing.Json;
using Newswire.Importing.WordPress;

namespace Newswire.Connectors;

/// <summary>
/// Reads what the plugin WP Webhooks tells of a post: <c>post_id</c>, <c>post</c> as in the database, <c>post_before</c>,
/// <c>post_meta</c>, <c>post_thumbnail</c>, <c>post_permalink</c>, <c>taxonomies</c>.
/// </summary>
public static class WordPressEvent
{
    /// <summary>The header that names the trigger.</summary>
    public const string TriggerHeader = "X-WP-Webhook-Name";

    private const string Deleted = "post_delete";

    private static readonly string[] Types = ["post"];

    /// <summary>The article as it is now, its withdrawal, or why there is nothing to do.</summary>
    /// <param name="told">What was told.</param>
    /// <param name="trigger">The trigger that told it; null when it is not said.</param>
    /// <param name="authors">The names of authors, who are told by number.</param>
    internal static ImportedItem Read(JsonElement told, string? trigger, IReadOnlyList<ConnectorAuthor> authors)
    {
        if (!LenientJson.TryMember(told, "post", out var row))
        {
            return new ImportedItem.LeftOut("the event", "It is not about a post.");
        }

        var post = PostOf(told, row, authors);
        var place = $"post {post.Number}";
        if (WordPressArticle.IdOf(post) is not { } id)
        {
            return new ImportedItem.LeftOut(place, "It does not say which post it is about.");
        }

        var reason = WordPressArticle.NotPublic(post, Types);
        if (trigger != Deleted && reason is null)
        {
            return WordPressArticle.Of(post, new WordPressLibrary(), Types, place);
        }

        // A draft is saved every minute: without having been shown before it needs no taking back.
        LenientJson.TryMember(told, "post_before", out var before);
        var isAnArticle = post.Type is null or "post";
        var isGone = trigger == Deleted || post.HasPassword || post.Status is "trash" or "private"
            || LenientJson.Text(before, "post_status") is "publish" or "future";
        return isAnArticle && isGone
            ? new ImportedItem.Withdrawal(place, id, post.Modified is { } modified ? ArticleItem.VersionOf(modified) : null)
            : new ImportedItem.LeftOut(place, reason ?? "It was deleted, and was no article.");
    }

    private static WordPressPost PostOf(JsonElement told, JsonElement row, IReadOnlyList<ConnectorAuthor> authors)
    {
        var primary = Meta(told, "_yoast_wpseo_primary_category") ?? Meta(told, "rank_math_primary_category");
        var author = Scalar(row, "post_author");
        return new WordPressPost
        {
            Number = Scalar(row, "ID") ?? Scalar(told, "post_id"),
            Guid = LenientJson.Text(row, "guid"),
            Type = LenientJson.Text(row, "post_type"),
            Status = LenientJson.Text(row, "post_status"),
            HasPassword = LenientJson.Text(row, "post_password") is not null,
            Title = LenientJson.Text(row, "post_title"),
            Url = LenientJson.Text(told, "post_permalink"),
            Content = LenientJson.Text(row, "post_content"),
            Excerpt = LenientJson.Text(row, "post_excerpt"),
            Published = SourceDate.Read(LenientJson.Text(row, "post_date_gmt")),
            Modified = SourceDate.Read(LenientJson.Text(row, "post_modified_gmt")),
            Authors = [.. authors.Where(known => known.Id == author).Select(known => known.Name)],
            Categories = [.. Terms(told, "category").OrderByDescending(term => term.Id == primary).Select(term => term.Name)],
            Tags = [.. Terms(told, "post_tag").Select(term => term.Name)],
            Featured = WebAddress.Resolve(LenientJson.Text(told, "post_thumbnail"), baseUrl: null) is { } url ? new Picture { Url = url } : null,
        };
    }

    private static List<(string? Id, string Name)> Terms(JsonElement told, string taxonomy)
    {
        // What is empty in PHP is an array, also where an object is meant.
        if (!LenientJson.TryMember(told, "taxonomies", out var all) || !LenientJson.TryMember(all, taxonomy, out var terms) || terms.ValueKind != JsonValueKind.Object)
        {
            return [];
        }

        return [.. terms.EnumerateObject()
            .Select(term => (Scalar(term.Value, "term_id"), LenientJson.Text(term.Value, "name")))
            .Where(term => term.Item2 is not null)
            .Select(term => (term.Item1, term.Item2!))];
    }

    private static string? Meta(JsonElement told, string key) =>
        LenientJson.TryMember(told, "post_meta", out var all) && LenientJson.TryMember(all, key, out var values)
        && values.ValueKind == JsonValueKind.Array && values.GetArrayLength() > 0 && values[0].ValueKind == JsonValueKind.String
            ? values[0].GetString()
            : null;

    /// <summary>A number, which PHP writes as text or not.</summary>
    private static string? Scalar(JsonElement row, string name) =>
        LenientJson.Text(row, name) ?? (LenientJson.Number(row, name) is > 0 and var number ? number.ToString(CultureInfo.InvariantCulture) : null);
}
