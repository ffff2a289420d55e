using System.Text.Json;
using Newswire.Articles;
using Newswire.Feeds;

namespace Newswire.Formats.Ninjs;

/// <summary>What may be done with the content, and whose it is.</summary>
internal static class NinjsRights
{
    public static void Write(Utf8JsonWriter json, Publication publication, Article article)
    {
        json.WriteKnown("copyrightNotice"u8, article.Rights ?? publication.Rights);

        // An article with a notice of its own is somebody else's, and the notice says whose.
        json.WriteKnown("copyrightHolder"u8, article.Rights is null && publication.Rights is not null ? publication.Title : null);
        json.WriteKnown("usageTerms"u8, publication.UsageTerms);
        if (publication.LicenceUrl is { } licence)
        {
            json.WriteStartObject("rightsInfo"u8);
            json.WriteString("linkedRights"u8, licence);
            json.WriteEndObject();
        }
    }
}
