using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Newswire.Projection;

namespace Newswire.Http.Serving;

/// <summary>Decides conditional requests and the encoding to answer in. Pure.</summary>
internal static class Conditions
{
    /// <summary>
    /// Whether the client has the document already (RFC 9110 §13.2.2): If-None-Match decides when it is there,
    /// If-Modified-Since only when it is not.
    /// </summary>
    /// <remarks>
    /// Tags compare weakly (§13.1.2), and any encoded form of the same bytes counts: what a client or a proxy between
    /// decoded is still this document. An unreadable If-None-Match matches nothing.
    /// </remarks>
    public static bool IsNotModified(IHeaderDictionary headers, DocumentFacts facts, DateTimeOffset now)
    {
        if (headers.IfNoneMatch.Count > 0)
        {
            return TagOf(headers, facts.Hash, any: true).Length > 0;
        }

        // Bytes that changed twice within a second carry a date ahead of the clock; it vouches for nothing yet.
        return headers.IfModifiedSince is { Count: 1 } dates
            && facts.Modified <= now
            && HeaderUtilities.TryParseDate(dates[0], out var since)
            && facts.Modified <= since;
    }

    /// <summary>The tag in If-None-Match, without quotes, that names the version with this fingerprint; null when none does.</summary>
    public static string? FindTag(IHeaderDictionary headers, string hash) =>
        TagOf(headers, hash, any: false) is { IsEmpty: false } tag ? tag.ToString() : null;

    /// <summary>
    /// The coding to answer in (RFC 9110 §12.5.3): <c>br</c> before <c>gzip</c> when the client likes them equally, null
    /// when it wants neither.
    /// </summary>
    public static string? Encoding(IHeaderDictionary headers)
    {
        if (headers.AcceptEncoding is [{ } line] && EqualLiking(line, out var liked))
        {
            return liked;
        }

        if (headers.AcceptEncoding.Count == 0
            || !StringWithQualityHeaderValue.TryParseList(headers.AcceptEncoding, out var accepted))
        {
            return null;
        }

        double brotli = -1, gzip = -1, any = -1, identity = -1;
        foreach (var coding in accepted)
        {
            var quality = coding.Quality ?? 1;
            switch (coding.Value.Value?.ToLowerInvariant())
            {
                case "br": brotli = quality; break;
                case "gzip" or "x-gzip": gzip = quality; break;
                case "identity": identity = quality; break;
                case "*": any = quality; break;
                default: break;
            }
        }

        brotli = brotli < 0 ? any : brotli;
        gzip = gzip < 0 ? any : gzip;
        var best = Math.Max(brotli, gzip);
        return best <= 0 || best < identity ? null : brotli >= gzip ? "br" : "gzip";
    }

    /// <summary>
    /// The same for a list of well-known codings without qualities, which is what nearly every client sends: such a list
    /// is decided where it stands, without taking it apart.
    /// </summary>
    private static bool EqualLiking(ReadOnlySpan<char> line, out string? liked)
    {
        liked = null;
        bool brotli = false, gzip = false;
        foreach (var range in line.Split(','))
        {
            switch (line[range].Trim(' '))
            {
                case "br": brotli = true; break;
                case "gzip": gzip = true; break;
                case "deflate" or "identity" or "zstd": break;
                default: return false;
            }
        }

        liked = brotli ? "br" : gzip ? "gzip" : null;
        return true;
    }

    /// <summary>The text of the first tag that names this version, a star included if any version will do; empty when none does.</summary>
    private static ReadOnlySpan<char> TagOf(IHeaderDictionary headers, ReadOnlySpan<char> hash, bool any)
    {
        foreach (var line in headers.IfNoneMatch)
        {
            if (TagOf(line, hash, any) is { IsEmpty: false } tag)
            {
                return tag;
            }
        }

        return default;
    }

    private static ReadOnlySpan<char> TagOf(ReadOnlySpan<char> line, ReadOnlySpan<char> hash, bool any)
    {
        while (!line.IsEmpty)
        {
            var end = EndOfTag(line);
            var tag = line[..end].Trim();
            line = line[Math.Min(end + 1, line.Length)..];
            if (any && tag is "*")
            {
                return tag;
            }

            if (tag.StartsWith("W/", StringComparison.Ordinal))
            {
                tag = tag[2..];
            }

            if (tag is ['"', .. var opaque, '"'])
            {
                tag = opaque;
            }

            if (tag.StartsWith(hash, StringComparison.Ordinal) && tag[hash.Length..] is "" or "-gzip" or "-br")
            {
                return tag;
            }
        }

        return default;
    }

    /// <summary>Where the first tag of a list ends; a comma between quotes belongs to the tag (RFC 9110 §8.8.3).</summary>
    private static int EndOfTag(ReadOnlySpan<char> list)
    {
        var quoted = false;
        for (var i = 0; i < list.Length; i++)
        {
            quoted ^= list[i] == '"';
            if (list[i] == ',' && !quoted)
            {
                return i;
            }
        }

        return list.Length;
    }
}
