using CsCheck;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Newswire.Http.Serving;
using Newswire.Projection;
using Newswire.TestKit;

namespace Newswire.Http.Tests.Serving;

public sealed class ConditionsTests
{
    private const string Hash = "q83vEjRWeJq83vEjRWeJqg";

    /// <summary>Sunday, 6 November 1994, 08:49:37 GMT: the moment of RFC 9110 §5.6.7.</summary>
    private static readonly DateTimeOffset Modified = new(1994, 11, 6, 8, 49, 37, TimeSpan.Zero);

    private static readonly DocumentFacts Facts = new(Hash, Modified);

    [Theory]
    [InlineData($"\"{Hash}\"")]
    [InlineData($"W/\"{Hash}\"")]
    [InlineData($"\"{Hash}-gzip\"")]
    [InlineData($"W/\"{Hash}-br\"")]
    [InlineData($"  \"{Hash}\"  ")]
    [InlineData($"\"a\", \"b\",\"{Hash}\"")]
    [InlineData($"\"a\",, ,W/\"{Hash}\" ,\"c\"")]
    [InlineData($"\"a,b\", \"{Hash}\"")]
    [InlineData($"garbage, \"{Hash}\"")]
    [InlineData(Hash)]
    [InlineData("*")]
    [InlineData(" * ")]
    public void A_tag_of_this_document_matches(string header) => Assert.True(IfNoneMatch(header));

    [Theory]
    [InlineData("")]
    [InlineData(",")]
    [InlineData("\"\"")]
    [InlineData("\"")]
    [InlineData("W/")]
    [InlineData("\"foreign\"")]
    [InlineData($"\"{Hash}x\"")]
    [InlineData($"\"{Hash}-zstd\"")]
    [InlineData($"\"x{Hash}\"")]
    [InlineData($"\"a,{Hash}\"")]
    [InlineData($"\"a,{Hash},b\"")]
    [InlineData($"\"a, {Hash} ,b\"")]
    [InlineData("\"a,*\"")]
    [InlineData("\"a, *, b\"")]
    [InlineData("\"*\"")]
    [InlineData("W/*")]
    public void Another_tag_does_not_match(string header) => Assert.False(IfNoneMatch(header));

    [Fact]
    public void Tags_on_several_lines_are_one_list() => Assert.True(IfNoneMatch("\"a\"", $"\"{Hash}\""));

    [Fact]
    public void No_list_of_foreign_tags_matches()
    {
        // RFC 9110 §8.8.3: what may stand between the quotes, commas and stars among it.
        // A tag that has this document's among its text is foreign all the same.
        var foreign = Gen.Select(Gen.Bool, Gen.String[Gen.Char[",* W/-qx!é"], 1, 12], Gen.Bool, (weak, text, own) =>
            $"{(weak ? "W/" : "")}\"{text}{(own ? "," + Hash : "")}\"");

        foreign.Array[0, 6].Sample(tags => !IfNoneMatch(string.Join(", ", tags)));
    }

    [Fact]
    public void No_garbage_throws_or_matches()
    {
        Gen.String[Gen.Char["\"W/,- abcAB\0é\u2028"]].Sample(garbage => !IfNoneMatch(garbage));
        Gen.String.Where(garbage => !garbage.Contains('*', StringComparison.Ordinal)).Sample(garbage => !IfNoneMatch(garbage));
    }

    [Theory]
    [InlineData("Sun, 06 Nov 1994 08:49:37 GMT")]
    [InlineData("Sunday, 06-Nov-94 08:49:37 GMT")]
    [InlineData("Sun Nov  6 08:49:37 1994")]
    [InlineData("Sun, 06 Nov 1994 08:49:38 GMT")]
    [InlineData("Mon, 07 Nov 1994 00:00:00 GMT")]
    public void A_date_not_before_the_last_change_means_not_modified(string date) => Assert.True(IfModifiedSince(date));

    [Theory]
    [InlineData("Sun, 06 Nov 1994 08:49:36 GMT")]
    [InlineData("Sunday, 06-Nov-94 08:49:36 GMT")]
    [InlineData("Sun Nov  6 08:49:36 1994")]
    [InlineData("Sat, 05 Nov 1994 23:00:00 GMT")]
    [InlineData("yesterday")]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("-1")]
    public void An_earlier_date_or_none_means_modified(string date) => Assert.False(IfModifiedSince(date));

    [Fact]
    public void Two_dates_are_none() => Assert.False(IfModifiedSince("Sun, 06 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 08:49:37 GMT"));

    [Theory]
    [InlineData("Sun, 06 Nov 2044 08:49:37 GMT")]
    [InlineData("Sunday, 06-Nov-44 08:49:37 GMT")]
    [InlineData("Sun Nov  6 08:49:37 2044")]
    [InlineData("Fri, 31 Dec 9999 23:59:59 GMT")]
    public void A_date_ahead_of_the_clock_vouches_for_nothing(string date) => Assert.False(IfModifiedSince(date));

    [Fact]
    public void A_change_ahead_of_the_clock_is_vouched_for_by_no_date()
    {
        var headers = Headers("If-Modified-Since", "Sun, 06 Nov 1994 08:49:37 GMT");

        Assert.Equal(Precondition.Met, Conditions.Evaluate(headers, Facts, Modified.AddSeconds(-1)));
        Assert.Equal(Precondition.NotModified, Conditions.Evaluate(headers, Facts, Modified));
    }

    [Fact]
    public void No_date_throws()
    {
        var almost = Gen.Select(
            Gen.OneOf(Gen.Const("Sun, 06 Nov "), Gen.Const("Sunday, 06-Nov-"), Gen.Const("Sun Nov  6 ")),
            Gen.String[Gen.Char["0123456789: -GMT\0é"]]);
        almost.Sample((begin, rest) => Enum.IsDefined(Evaluate("If-Modified-Since", begin + rest)));
        Gen.String.Sample(garbage => Enum.IsDefined(Evaluate("If-Modified-Since", garbage)));
    }

    [Fact]
    public void An_unreadable_tag_leaves_the_date_unread()
    {
        var headers = Headers("If-None-Match", "");
        headers.IfModifiedSince = "Sun, 06 Nov 1994 08:49:37 GMT";

        Assert.Equal(Precondition.Met, Conditions.Evaluate(headers, Facts, Some.Morning));
    }

    [Theory]
    [InlineData($"\"{Hash}\"")]
    [InlineData($"\"{Hash}-gzip\"")]
    [InlineData($"\"a\", \"{Hash}\"")]
    [InlineData("*")]
    public void A_strong_tag_of_this_document_meets_If_Match(string header) =>
        Assert.Equal(Precondition.Met, Evaluate("If-Match", header));

    [Theory]
    [InlineData("\"foreign\"")]
    [InlineData($"W/\"{Hash}\"")]
    [InlineData("")]
    [InlineData("garbage")]
    public void Any_other_tag_fails_If_Match(string header) =>
        Assert.Equal(Precondition.Failed, Evaluate("If-Match", header));

    [Theory]
    [InlineData("Sun, 06 Nov 1994 08:49:37 GMT", Precondition.Met)]
    [InlineData("Sunday, 06-Nov-94 08:49:37 GMT", Precondition.Met)]
    [InlineData("Sun Nov  6 08:49:36 1994", Precondition.Failed)]
    [InlineData("yesterday", Precondition.Met)]
    public void If_Unmodified_Since_fails_by_an_earlier_date_alone(string date, object expected) =>
        Assert.Equal(expected, Evaluate("If-Unmodified-Since", date));

    [Fact]
    public void If_Match_leaves_If_Unmodified_Since_unread_and_goes_before_If_None_Match()
    {
        var headers = Headers("If-Match", $"\"{Hash}\"");
        headers.IfUnmodifiedSince = "Sun, 06 Nov 1994 08:49:36 GMT";
        Assert.Equal(Precondition.Met, Conditions.Evaluate(headers, Facts, Some.Morning));

        headers.IfNoneMatch = $"\"{Hash}\"";
        Assert.Equal(Precondition.NotModified, Conditions.Evaluate(headers, Facts, Some.Morning));

        headers.IfMatch = "\"foreign\"";
        Assert.Equal(Precondition.Failed, Conditions.Evaluate(headers, Facts, Some.Morning));
    }

    [Fact]
    public void The_tag_of_a_version_is_found_as_it_was_sent()
    {
        Assert.Equal($"{Hash}-gzip", Conditions.FindTag(Headers("If-None-Match", "\"a\"", $"\"b\", W/\"{Hash}-gzip\""), Hash));
        Assert.Null(Conditions.FindTag(Headers("If-None-Match", "\"a\"", "*"), Hash));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData("gzip", "gzip")]
    [InlineData("x-gzip", "gzip")]
    [InlineData("GZIP", "gzip")]
    [InlineData("br", "br")]
    [InlineData("gzip, deflate, br", "br")]
    [InlineData("gzip, deflate, br, zstd", "br")]
    [InlineData("gzip;q=1.0, br;q=0.9", "gzip")]
    [InlineData("gzip;q=0.5, br;q=0.5", "br")]
    [InlineData("gzip; q=0", null)]
    [InlineData("br;q=0, gzip;q=0.001", "gzip")]
    [InlineData("*", "br")]
    [InlineData("*;q=0", null)]
    [InlineData("br;q=0, *", "gzip")]
    [InlineData("gzip, *;q=0", "gzip")]
    [InlineData("identity", null)]
    [InlineData("identity;q=0", null)]
    [InlineData("identity;q=0, gzip;q=0.1", "gzip")]
    [InlineData("identity;q=1, gzip;q=0.5", null)]
    [InlineData("identity, gzip", "gzip")]
    [InlineData("deflate", null)]
    [InlineData("zstd, compress", null)]
    public void The_coding_is_the_one_the_client_likes_best(string? header, string? coding) =>
        Assert.Equal(coding, Encoding(header));

    [Fact]
    public void Codings_on_several_lines_are_one_list() =>
        Assert.Equal("br", Conditions.Encoding(Headers("Accept-Encoding", "gzip", "br")));

    [Fact]
    public void No_coding_is_chosen_that_the_client_did_not_name()
    {
        Gen.String.Sample(garbage => Accepts(garbage, Encoding(garbage)));
        Gen.String[Gen.Char["gzipbr;q=01., *"]].Sample(garbage => Accepts(garbage, Encoding(garbage)));
    }

    private static bool Accepts(string header, string? coding) =>
        coding is null || header.Contains(coding, StringComparison.OrdinalIgnoreCase) || header.Contains('*', StringComparison.Ordinal);

    private static string? Encoding(string? header) =>
        Conditions.Encoding(header is null ? new HeaderDictionary() : Headers("Accept-Encoding", header));

    private static bool IfNoneMatch(params string[] lines) => Evaluate("If-None-Match", lines) == Precondition.NotModified;

    private static bool IfModifiedSince(params string[] lines) => Evaluate("If-Modified-Since", lines) == Precondition.NotModified;

    private static Precondition Evaluate(string name, params string[] lines) =>
        Conditions.Evaluate(Headers(name, lines), Facts, Some.Morning);

    private static IHeaderDictionary Headers(string name, params string[] lines) =>
        new HeaderDictionary { [name] = new StringValues(lines) };
}
