using System.Globalization;
using System.Text;
using System.Xml;
using Newswire.Http.Tests.Surface;

namespace Newswire.Http.Tests.Ingest;

/// <summary>Promise 5: no article, however hostile, breaks a feed or another article.</summary>
public sealed class HostileInputTests : SurfaceTests
{
    /// <summary>JSON strings as sent (escapes and all) for the body, by what they try.</summary>
    private static readonly Dictionary<string, string> Bodies = new(StringComparer.Ordinal)
    {
        ["script"] = "<p>Kept</p><script>evil()</script><SCRIPT SRC=//evil.example></SCRIPT>",
        ["script in svg"] = "<p>Kept</p><svg><script>evil()</script><p>x",
        ["handlers"] = "<p onclick=evil()>Kept</p><img src=a.jpg onerror='evil()'><body onload=evil()>",
        ["javascript URL"] = "<a href=javascript:evil()>Kept</a><a href='java&#9;script:evil()'>x</a><a href=' jAvAsCrIpT:evil()'>y</a>",
        ["data URL"] = "<p>Kept</p><a href='data:text/html,<script>evil()</script>'>x</a><iframe src=data:text/html,evil()>",
        ["style"] = "<p style='background:url(javascript:evil())'>Kept</p><style>@import 'evil()'</style>",
        ["unclosed"] = "<p>Kept<div><b><a href=https://news.example/x><table><td>x<!-- <![CDATA[ ]]>",
        ["end of CDATA"] = "<p>Kept ]]> ]]&gt; <![CDATA[x]]></p>",
        ["closing the document"] = "<p>Kept</p></content></entry></item></channel></rss></feed>\\\"}]}",
        ["ten thousand deep"] = string.Concat(Enumerable.Repeat("<div>", 10_000)) + "Kept" + string.Concat(Enumerable.Repeat("</div>", 10_000)),
        ["ten thousand open"] = "Kept" + string.Concat(Enumerable.Repeat("<b><i>", 10_000)),
        ["control characters"] = "<p>Kept \\u0000\\u0001\\u000b\\u001f\\u007f\\u0085\\ufffe\\uffff</p>",
        ["control references"] = "<p>Kept &#0;&#1;&#xFFFE;&#xD800;&#x110000;</p>",
        ["lone surrogates"] = "<p>Kept \\ud800 \\udc00 \\ud800x\\udc00 \\ud83d\\ude00</p>",
        ["direction marks"] = "<p>Kept \\u202e\\u2066\\u200f</p>",
        ["one word of a megabyte"] = "<p>Kept</p>" + new string('w', 1_000_000),
        ["entities"] = "<p>Kept</p><!DOCTYPE x [<!ENTITY a 'evil()'>]>&a;&nbsp;&notit;",
    };

    public static TheoryData<string> Kinds { get; } = [.. Bodies.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_hostile_body_is_accepted_cleaned_and_harms_no_document(string kind)
    {
        await Surface.PutAsync("harbour-bridge", wait: true);

        var answer = await PutAsync("hostile", body: Bodies[kind]);

        Assert.Equal(200, answer.Status);
        Assert.True(answer.Json.GetProperty("visible").GetBoolean());
        Assert.Contains("Kept", (await Surface.SendAsync(HttpMethod.Get, "/api/articles/hostile")).Text, StringComparison.Ordinal);
        await AssertSoundAsync();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task The_same_in_every_other_text_is_accepted_cleaned_or_refused_and_harms_no_document(string kind)
    {
        await Surface.PutAsync("harbour-bridge", wait: true);

        var answer = await PutAsync("hostile", everywhere: Bodies[kind]);

        Assert.Contains(answer.Status, new[] { 200, 413, 422 });
        await AssertSoundAsync();
    }

    [Fact]
    public async Task A_body_with_nothing_left_is_an_article_all_the_same()
    {
        Assert.Equal(200, (await PutAsync("hostile", body: "<script>evil()</script>")).Status);
        Assert.Equal(200, (await PutAsync("hostile", body: "")).Status);
    }

    [Fact]
    public async Task A_headline_with_nothing_left_is_refused()
    {
        Assert.Equal(422, (await Surface.PutAsync("hostile", Send.Article(more: ("headline", "<script>evil()</script>\u0001 ")))).Status);
    }

    [Fact]
    public async Task A_headline_is_plain_text_in_every_document()
    {
        await Surface.PutAsync("hostile", Send.Article(more: ("headline", "AT&amp;T <b>wins</b> 3 < 5 &lt;script&gt;")), wait: true);

        var json = (await Surface.GetAsync("/feeds/latest.json")).Json;
        Assert.Equal("AT&T wins 3 < 5 <script>", json.GetProperty("items")[0].GetProperty("title").GetString());
    }

    /// <summary>JSON written by hand, since a JSON writer would put the escapes right.</summary>
    private Task<Answer> PutAsync(string id, string? body = null, string? everywhere = null)
    {
        string Text(string? hostile, string otherwise) =>
            "\"" + (hostile is null ? otherwise : hostile.Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\\\\\"", "\\\"", StringComparison.Ordinal)) + "\"";

        var json = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"{{\"headline\":{Text(everywhere, "Hostile")},\"url\":\"https://news.example/x\",")
            .Append(CultureInfo.InvariantCulture, $"\"published\":\"2026-03-04T09:00:00Z\",\"body\":{Text(body ?? everywhere, "")},")
            .Append(CultureInfo.InvariantCulture, $"\"standfirst\":{Text(everywhere, "x")},\"rights\":{Text(everywhere, "x")},")
            .Append(CultureInfo.InvariantCulture, $"\"topics\":[{Text(everywhere, "Topic")}],\"authors\":[{Text(everywhere, "Author")}],")
            .Append(CultureInfo.InvariantCulture, $"\"pictures\":[{{\"url\":\"a.jpg\",\"caption\":{Text(everywhere, "x")},\"alt\":{Text(everywhere, "x")},\"credits\":[{Text(everywhere, "x")}]}}]}}");
        return Surface.SendAsync(HttpMethod.Put, "/api/articles/" + id, Send.Json(json.ToString()), ("Prefer", "wait=10"));
    }

    /// <summary>The documents can be parsed, hold no forbidden character and no script, and still show the other article.</summary>
    private async Task AssertSoundAsync()
    {
        foreach (var document in await Surface.FeedAsync("latest"))
        {
            foreach (var text in DocumentText.Of(document))
            {
                Assert.Equal(text, XmlConvert.VerifyXmlChars(text));
                AssertHarmless(text);
            }

            Assert.Contains(Send.BodyWords, document.Text, StringComparison.Ordinal);
        }
    }

    /// <summary>
    /// No element, attribute or address that runs a script. Text that only speaks of one is text: what counts is markup.
    /// </summary>
    private static void AssertHarmless(string text)
    {
        Assert.DoesNotContain("<script", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<iframe", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<style", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<svg", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("href=\"javascript", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("href=\"data", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(" onclick=", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(" onerror=", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(" onload=", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("evil()", text, StringComparison.Ordinal);
    }
}
