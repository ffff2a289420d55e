using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Newswire.Http.Tests.Surface;

namespace Newswire.Http.Tests.Connectors;

/// <summary>What the two CMSs send, in their own shapes and signed as they sign.</summary>
internal static class CmsEvents
{
    public const string PostId = "65f0000000000000000000a1";

    /// <summary>A post as Ghost serialises it; <paramref name="more"/> sets members, and with null empties them.</summary>
    public static JsonObject GhostPost(string updated = "2026-03-05T08:00:00.000Z", string status = "published", params IEnumerable<(string Name, JsonNode? Value)> more)
    {
        var post = new JsonObject
        {
            ["id"] = PostId,
            ["uuid"] = "7d9a2f6e-0000-4000-8000-000000000001",
            ["title"] = Send.Headline,
            ["slug"] = "harbour-bridge",
            ["html"] = $"<p>{Send.BodyWords}.</p>",
            ["plaintext"] = $"{Send.BodyWords}.",
            ["feature_image"] = null,
            ["status"] = status,
            ["visibility"] = "public",
            ["created_at"] = "2026-03-04T07:00:00.000Z",
            ["updated_at"] = updated,
            ["published_at"] = "2026-03-04T09:00:00.000Z",
            ["custom_excerpt"] = "Ferries keep running until Easter",
            ["url"] = "https://courier.example/harbour-bridge/",
            ["authors"] = new JsonArray(new JsonObject { ["id"] = "u1", ["name"] = "Ada Okafor", ["url"] = "https://courier.example/author/ada/" }),
            ["tags"] = new JsonArray(
                new JsonObject { ["name"] = "Transport", ["visibility"] = "public" }, new JsonObject { ["name"] = "#front", ["visibility"] = "internal" }),
        };
        foreach (var (name, value) in more)
        {
            post[name] = value;
        }

        return post;
    }

    public static JsonObject Ghost(JsonObject? current, JsonObject? previous = null) =>
        new() { ["post"] = new JsonObject { ["current"] = current ?? [], ["previous"] = previous ?? [] } };

    /// <summary>What the plugin WP Webhooks sends of a post.</summary>
    public static JsonObject WordPress(string modified = "2026-03-05 08:00:00", string status = "publish", string? before = null, string type = "post", string password = "") => new()
    {
        ["post_id"] = 101,
        ["post"] = new JsonObject
        {
            ["ID"] = 101,
            ["post_author"] = "2",
            ["post_date"] = "2026-03-04 10:00:00",
            ["post_date_gmt"] = "2026-03-04 09:00:00",
            ["post_content"] = $"<!-- wp:paragraph -->\n<p>{Send.BodyWords}.</p>\n<!-- /wp:paragraph -->",
            ["post_title"] = Send.Headline,
            ["post_excerpt"] = "",
            ["post_status"] = status,
            ["post_password"] = password,
            ["post_name"] = "harbour-bridge",
            ["post_modified_gmt"] = modified,
            ["guid"] = "https://courier.example/?p=101",
            ["post_type"] = type,
        },
        ["post_meta"] = new JsonObject { ["_yoast_wpseo_primary_category"] = new JsonArray("4") },
        ["post_before"] = before is null ? false : new JsonObject { ["post_status"] = before },
        ["post_thumbnail"] = false,
        ["post_permalink"] = "https://courier.example/2026/03/harbour-bridge/",
        ["taxonomies"] = new JsonObject
        {
            ["category"] = new JsonObject
            {
                ["home"] = new JsonObject { ["term_id"] = 5, ["name"] = "Home news" },
                ["transport"] = new JsonObject { ["term_id"] = 4, ["name"] = "Transport" },
            },
            ["post_tag"] = new JsonArray(),
        },
    };

    public static (string Name, string Value) GhostSignature(string body, string secret, DateTimeOffset at)
    {
        var milliseconds = at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        var hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(body + milliseconds));
        return ("X-Ghost-Signature", $"sha256={Convert.ToHexStringLower(hash)}, t={milliseconds}");
    }

    public static (string Name, string Value) WordPressSignature(string body, string secret) =>
        ("X-WP-Webhook-Signature", Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(body))));
}
