using System.Globalization;
using System.Text.Json;
using Newswire.Articles;
using Newswire.Catalog;
using Newswire.Feeds;

namespace Newswire.Formats.Ninjs;

/// <summary>
/// An article as an item of ninjs 3.1, "News in JSON" of the IPTC (iptc.org/std/ninjs/ninjs-schema_3.1.json). Which member
/// says what, and why, is in the README of this folder.
/// </summary>
public static class NinjsItem
{
    /// <summary>The article, <c>usable</c>, or <c>withheld</c> while <see cref="NinjsVersion.EmbargoedUntil"/> is set.</summary>
    /// <param name="publication">Whose article it is: gives language, rights and terms where the article has none.</param>
    /// <param name="version">The version.</param>
    /// <param name="content">The content that may be passed on.</param>
    /// <returns>One JSON object, UTF-8; the same bytes for the same arguments.</returns>
    public static byte[] Write(Publication publication, NinjsVersion version, SyndicatedArticle content)
    {
        var article = content.Article;
        var pictures = EntryPictures.Of(article);
        using var buffer = new PooledBuffer(EntrySize.Expected(article));
        using var json = new Utf8JsonWriter(buffer, JsonForm.Options);
        json.WriteStartObject();
        WriteIdentity(json, version, "full"u8);
        json.WriteMoment("contentCreated"u8, version.FirstCreated);
        json.WriteString("profile"u8, pictures.Count > 0 ? "text-photo"u8 : "text-only"u8);
        WriteStatus(json, version.EmbargoedUntil);
        WriteExpiry(json, version);
        json.WriteNumber("urgency"u8, UrgencyOf(version.Priority));
        NinjsRights.Write(json, publication, article);
        NinjsText.Write(json, publication, article);
        NinjsOrigin.Write(json, publication, article);
        NinjsSubjects.Write(json, article);
        NinjsAddress.Write(json, article);
        NinjsPictures.Write(json, version, article, pictures);
        json.WriteEndObject();
        json.Flush();
        return buffer.Written.ToArray();
    }

    /// <summary>That the article is gone, <c>canceled</c>: identity, version and dates, the reason, and no content.</summary>
    /// <param name="version">The version that was the last; its embargo and priority no longer matter.</param>
    /// <param name="end">Why it is gone.</param>
    /// <returns>One JSON object, UTF-8; the same bytes for the same arguments.</returns>
    public static byte[] WriteCanceled(NinjsVersion version, NinjsEnd end)
    {
        using var buffer = new PooledBuffer(capacityBytes: 1024);
        using var json = new Utf8JsonWriter(buffer, JsonForm.Options);
        json.WriteStartObject();
        WriteIdentity(json, version, "partial"u8);
        json.WriteString("pubStatus"u8, "canceled"u8);
        WriteExpiry(json, version);
        json.WriteString("edNote"u8, ReasonOf(end));
        json.WriteEndObject();
        json.Flush();
        return buffer.Written.ToArray();
    }

    /// <summary>Whether it may be shown; said of the item and of each of its pictures, which partners file by themselves.</summary>
    internal static void WriteStatus(Utf8JsonWriter json, DateTimeOffset? embargoedUntil)
    {
        json.WriteString("pubStatus"u8, embargoedUntil is null ? "usable"u8 : "withheld"u8);
        if (embargoedUntil is { } end)
        {
            json.WriteMoment("embargoedUntil"u8, end);
        }
    }

    /// <summary>Which standard the item follows.</summary>
    internal static void WriteStandard(Utf8JsonWriter json)
    {
        json.WriteStartObject("standard"u8);
        json.WriteString("name"u8, "ninjs"u8);
        json.WriteString("version"u8, "3.1"u8);
        json.WriteString("schema"u8, "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#"u8);
        json.WriteEndObject();
    }

    private static void WriteIdentity(Utf8JsonWriter json, NinjsVersion version, ReadOnlySpan<byte> representation)
    {
        WriteStandard(json);
        json.WriteKnown("name"u8, version.Name);
        json.WriteString("uri"u8, version.Id);
        json.WriteString("type"u8, "text"u8);
        json.WriteString("representationType"u8, representation);
        json.WriteString("version"u8, version.Version.ToString(CultureInfo.InvariantCulture));
        json.WriteMoment("firstCreated"u8, version.FirstCreated);
        json.WriteMoment("versionCreated"u8, version.VersionCreated);
    }

    private static void WriteExpiry(Utf8JsonWriter json, NinjsVersion version)
    {
        if (version.Expires is { } expires)
        {
            json.WriteMoment("expires"u8, expires);
        }
    }

    // 1 is the highest, 9 the lowest, and what agencies send by the day is 5; 8 leaves room below, as 9 has meanings of its
    // own in older formats that items are converted to.
    private static int UrgencyOf(Priority priority) => priority switch
    {
        Priority.High => 1,
        Priority.Low => 8,
        _ => 5,
    };

    // The first word is fixed, so that a program can tell the reasons apart; the rest is for a person.
    private static string ReasonOf(NinjsEnd end) => end switch
    {
        NinjsEnd.Erased => "Erased: delete every copy of the article and its pictures, archives and backups included.",
        NinjsEnd.Expired => "Expired: take the article down, its time is over.",
        NinjsEnd.Removed => "Removed: take the article down, it is no longer among those you may have.",
        _ => "Withdrawn: take the article down, the newsroom has taken it back.",
    };
}
