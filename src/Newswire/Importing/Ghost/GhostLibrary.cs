using System.Text.Json;
using Newswire.Articles;
using Newswire.Importing.Json;

namespace Newswire.Importing.Ghost;

/// <summary>What the posts of an export refer to, from the tables beside theirs.</summary>
internal sealed class GhostLibrary
{
    private static readonly string[] Tables = ["posts_authors", "posts_meta", "posts_tags", "settings", "tags", "users"];

    private readonly Dictionary<string, Author> users = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> tags = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(int Order, string Id)>> authorsOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(int Order, string Id)>> tagsOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string? Caption, string? Alt)> pictures = new(StringComparer.Ordinal);

    /// <summary>The language of the site.</summary>
    public string? Language { get; private set; }

    /// <summary>Whether rows of this table belong here.</summary>
    public static bool Wants(string table) => Array.Exists(Tables, known => known == table);

    /// <summary>Takes up a row.</summary>
    public void Read(JsonRow.Read row)
    {
        var (value, id) = (row.Value, LenientJson.Text(row.Value, "id"));
        switch (row.Table)
        {
            case "users" when id is not null && LenientJson.Text(value, "name") is { } name:
                users[id] = new Author(name);
                break;
            case "tags" when id is not null && LenientJson.Text(value, "name") is { } tag && GhostPost.IsPublicTag(tag, LenientJson.Text(value, "visibility")):
                tags[id] = tag;
                break;
            case "posts_authors":
                Join(authorsOf, value, "author_id");
                break;
            case "posts_tags":
                Join(tagsOf, value, "tag_id");
                break;
            case "posts_meta" when LenientJson.Text(value, "post_id") is { } post:
                pictures[post] = (LenientJson.Text(value, "feature_image_caption"), LenientJson.Text(value, "feature_image_alt"));
                break;
            case "settings" when LenientJson.Text(value, "key") is "locale" or "lang":
                Language ??= Feeds.FeedContext.LanguageOf(LenientJson.Text(value, "value"));
                break;
        }
    }

    /// <summary>The byline of a post.</summary>
    public IReadOnlyList<Author> AuthorsOf(string post) => [.. Named(authorsOf, post, users)];

    /// <summary>The public tags of a post.</summary>
    public IReadOnlyList<string> TagsOf(string post) => [.. Named(tagsOf, post, tags)];

    /// <summary>What is said of the picture above a post.</summary>
    public (string? Caption, string? Alt) PictureOf(string post) => pictures.GetValueOrDefault(post);

    private static IEnumerable<T> Named<T>(Dictionary<string, List<(int Order, string Id)>> joined, string post, Dictionary<string, T> names)
        where T : class =>
        joined.TryGetValue(post, out var ids)
            ? ids.OrderBy(one => one.Order).Select(one => names.GetValueOrDefault(one.Id)).OfType<T>()
            : [];

    private static void Join(Dictionary<string, List<(int Order, string Id)>> joined, JsonElement row, string other)
    {
        if (LenientJson.Text(row, "post_id") is { } post && LenientJson.Text(row, other) is { } id)
        {
            (joined.TryGetValue(post, out var ids) ? ids : joined[post] = []).Add((LenientJson.Number(row, "sort_order"), id));
        }
    }
}
