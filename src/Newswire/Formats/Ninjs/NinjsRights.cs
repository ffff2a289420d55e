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
        WriteLicense(json, EntryLicense.Of(publication, article));
    }

    /// <summary>Those of a picture; the licensor is with its other parties.</summary>
    public static void Write(Utf8JsonWriter json, PictureRights? rights)
    {
        json.WriteKnown("copyrightNotice"u8, rights?.CopyrightNotice);
        json.WriteKnown("usageTerms"u8, rights?.UsageTerms);
        WriteLicense(json, rights?.License);
    }

    private static void WriteLicense(Utf8JsonWriter json, string? license)
    {
        if (license is not null)
        {
            json.WriteStartObject("rightsInfo"u8);
            json.WriteString("linkedRights"u8, license);
            json.WriteEndObject();
        }
    }
}
