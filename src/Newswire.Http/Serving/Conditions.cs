using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using Newswire.Projection;

namespace Newswire.Http.Serving;

/// <summary>Decides conditional requests and the encoding to answer in. Pure.</summary>
internal static class Conditions
{
    /// <summary>
    /// What the preconditions come to, in the order of RFC 9110 §13.2.2: If-Match or else If-Unmodified-Since, then
    /// If-None-Match or else If-Modified-Since.
    /// </summary>
    /// <remarks>
    /// Any encoded form of the same bytes counts as this version: what a client or a proxy between decoded is still this
    /// document. Tags compare weakly for If-None-Match and strongly for If-Match (§13.1). An unreadable list of tags
    /// matches nothing; an unreadable date is as none.
    /// </remarks>
    public static Precondition Evaluate(IHeaderDictionary headers, DocumentFacts facts, DateTimeOffset now)
    {
        if (headers.IfMatch.Count > 0)
        {
            if (TagOf(headers.IfMatch, facts.Hash, any: true, weak: false).IsEmpty)
            {
                return Precondition.Failed;
            }
        }
        else if (DateIn(headers.IfUnmodifiedSince) < facts.Modified)
        {
            return Precondition.Failed;
        }

        if (headers.IfNoneMatch.Count > 0)
        {
            return TagOf(headers.IfNoneMatch, facts.Hash, any: true, weak: true).IsEmpty
                ? Precondition.Met
                : Precondition.NotModified;
        }

        // A date ahead of the clock is none that we have sent: a reader whose clock is wrong would never see news. And
        // bytes that changed twice within a second carry such a date themselves; it vouches for nothing yet.
        return DateIn(headers.IfModifiedSince) is { } since && since <= now && facts.Modified <= since
            ? Precondition.NotModified
            : Precondition.Met;
    }

    /// <summary>The tag in If-None-Match, without quotes, that names the version with this fingerprint; null when none does.</summary>
    public static string? FindTag(IHeaderDictionary headers, string hash) =>
        TagOf(headers.IfNoneMatch, hash, any: false, weak: true) is { IsEmpty: false } tag ? tag.ToString() : null;

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

    /// <summary>The one date of a field in any of the three forms (RFC 9110 §5.6.7); null when it has none or several.</summary>
    private static DateTimeOffset? DateIn(StringValues lines) =>
        lines.Count == 1 && HeaderUtilities.TryParseDate(lines[0], out var date) ? date : null;

    /// <summary>The text of the first tag in a list that names the version; empty when none does.</summary>
    /// <param name="lines">The list, on however many lines.</param>
    /// <param name="hash">The version.</param>
    /// <param name="any">Whether a star does as well.</param>
    /// <param name="weak">Whether weak tags count.</param>
    private static ReadOnlySpan<char> TagOf(StringValues lines, ReadOnlySpan<char> hash, bool any, bool weak)
    {
        foreach (var line in lines)
        {
            if (TagOf(line, hash, any, weak) is { IsEmpty: false } tag)
            {
                return tag;
            }
        }

        return default;
    }

    private static ReadOnlySpan<char> TagOf(ReadOnlySpan<char> line, ReadOnlySpan<char> hash, bool any, bool weak)
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

            if (weak && tag.StartsWith("W/", StringComparison.Ordinal))
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
