using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Newswire.WebPush;

namespace Newswire.Tests.WebPush;

/// <summary>The payload as browsers parse it, and what goes first when it is too long.</summary>
public sealed class NotificationPayloadTests
{
    private static readonly Notification Bridge = new()
    {
        Title = "Harbour bridge opens a month early",
        Body = "Ferries keep running until Easter",
        Navigate = new Uri("https://news.example/harbour-bridge"),
        Tag = "harbour-bridge",
        Language = "en-GB",
        IconUrl = new Uri("https://news.example/icon.png"),
        ImageUrl = new Uri("https://news.example/bridge.jpg"),
    };

    [Fact]
    public void A_notification_is_a_declarative_push_message() =>
        Assert.Equal(
            """{"web_push":8030,"notification":{"title":"Harbour bridge opens a month early","body":"Ferries keep running until Easter","navigate":"https://news.example/harbour-bridge","lang":"en-GB","dir":"auto","tag":"harbour-bridge","icon":"https://news.example/icon.png","image":"https://news.example/bridge.jpg"}}""",
            Encoding.UTF8.GetString(NotificationPayload.Write(Bridge)));

    [Fact]
    public void What_is_not_known_is_not_there() =>
        Assert.Equal(
            """{"web_push":8030,"notification":{"title":"Harbour bridge opens a month early","navigate":"https://news.example/harbour-bridge","dir":"auto","tag":"harbour-bridge"}}""",
            Encoding.UTF8.GetString(NotificationPayload.Write(new Notification { Title = Bridge.Title, Navigate = Bridge.Navigate, Tag = Bridge.Tag })));

    [Theory]
    [InlineData(false, false, null, null)]
    [InlineData(true, false, true, null)]
    [InlineData(false, true, null, true)]
    [InlineData(true, true, true, null)]
    public void Silence_wins_over_telling_again(bool silent, bool renotify, bool? silentMember, bool? renotifyMember)
    {
        var written = Read(Bridge with { Silent = silent, Renotify = renotify });

        Assert.Equal(silentMember, written["silent"]?.GetValue<bool>());
        Assert.Equal(renotifyMember, written["renotify"]?.GetValue<bool>());
    }

    [Fact]
    public void Members_that_would_make_a_browser_drop_the_whole_are_left_out()
    {
        var written = Read(Bridge with
        {
            Language = "not a language",
            IconUrl = new Uri("/icon.png", UriKind.Relative),
            ImageUrl = new Uri("data:image/png;base64,AAAA"),
        });

        Assert.Equal(["title", "body", "navigate", "dir", "tag"], written.Select(member => member.Key));
    }

    [Fact]
    public void Text_of_any_script_stays_readable_and_addresses_are_escaped()
    {
        var written = Encoding.UTF8.GetString(NotificationPayload.Write(Bridge with
        {
            Title = "„Brücke“ <früher> & 橋 ﷽",
            Navigate = new Uri("https://bücher.example/brücke?a=ü"),
        }));

        Assert.Contains("„Brücke“ <früher> & 橋 ﷽", written, StringComparison.Ordinal);
        Assert.Contains("https://bücher.example/br%C3%BCcke?a=%C3%BC", written, StringComparison.Ordinal);
    }

    [Fact]
    public void A_body_that_is_too_long_ends_in_an_ellipsis_and_fills_what_there_is()
    {
        var payload = NotificationPayload.Write(Bridge with { Body = string.Concat(Enumerable.Repeat("Ferries run. ", 1000)) });
        var written = Read(payload);

        Assert.InRange(payload.Length, PushEncryption.MaxPlaintextBytes - 2, PushEncryption.MaxPlaintextBytes);
        Assert.Matches("^(Ferries run. )+[A-Za-z. ]*[A-Za-z.]…$", written["body"]!.GetValue<string>());
        Assert.NotNull(written["image"]);
        Assert.NotNull(written["icon"]);
    }

    [Theory]
    [InlineData("👩‍👩‍👧‍👦")]
    [InlineData("🇫🇷")]
    [InlineData("ẹ̶̈")]
    [InlineData("각")]
    public void A_body_is_cut_between_what_a_reader_sees_as_characters(string grapheme)
    {
        var body = string.Concat(Enumerable.Repeat(grapheme, 2000));

        for (var shift = 0; shift < 12; shift++)
        {
            var written = Read(Bridge with { Title = new string('a', shift + 1), Body = body })["body"]!.GetValue<string>();
            var kept = new StringInfo(written).LengthInTextElements - 1;
            Assert.Equal(string.Concat(Enumerable.Repeat(grapheme, kept)) + "…", written);
        }
    }

    [Fact]
    public void A_picture_goes_only_when_it_leaves_no_room_for_what_a_screen_shows_of_the_body()
    {
        var body = string.Concat(Enumerable.Repeat("Ferries run. ", 20));

        var room = Read(Bridge with { Body = body, ImageUrl = LongAddress(3560) });
        Assert.NotNull(room["image"]);
        Assert.EndsWith("…", room["body"]!.GetValue<string>(), StringComparison.Ordinal);

        var none = Read(Bridge with { Body = body, ImageUrl = LongAddress(3700) });
        Assert.Null(none["image"]);
        Assert.Equal(body, none["body"]!.GetValue<string>());
        Assert.NotNull(none["icon"]);
    }

    [Fact]
    public void A_short_body_is_not_cut_for_a_picture()
    {
        var written = Read(Bridge with { ImageUrl = LongAddress(3900) });

        Assert.Null(written["image"]);
        Assert.Equal(Bridge.Body, written["body"]!.GetValue<string>());
    }

    [Fact]
    public void The_icon_goes_before_the_body_does_and_the_title_is_shortened_last()
    {
        var withoutIcon = Read(Bridge with { IconUrl = LongAddress(3900) });
        Assert.Null(withoutIcon["icon"]);
        Assert.Equal(Bridge.Body, withoutIcon["body"]!.GetValue<string>());

        var onlyTitle = Read(Bridge with { Title = new string('橋', 3000) });
        Assert.Equal(["title", "navigate", "lang", "dir", "tag"], onlyTitle.Select(member => member.Key));
        Assert.Matches("^橋{1000,}…$", onlyTitle["title"]!.GetValue<string>());
    }

    [Fact]
    public void An_address_that_is_too_long_leads_to_the_front_page()
    {
        Assert.Equal(LongAddress(2048), new Uri(Read(Bridge with { Navigate = LongAddress(2048) })["navigate"]!.GetValue<string>()));
        Assert.Equal("https://news.example/", Read(Bridge with { Navigate = LongAddress(2049) })["navigate"]!.GetValue<string>());
    }

    [Fact]
    public void What_could_not_be_shown_is_refused()
    {
        Assert.Throws<ArgumentException>(() => NotificationPayload.Write(Bridge with { Title = " " }));
        Assert.Throws<ArgumentException>(() => NotificationPayload.Write(Bridge with { Tag = "" }));
        Assert.Throws<ArgumentException>(() => NotificationPayload.Write(Bridge with { Tag = new string('a', Notification.MaxTag + 1) }));
        Assert.Throws<ArgumentException>(() => NotificationPayload.Write(Bridge with { Navigate = new Uri("/a", UriKind.Relative) }));
        Assert.Throws<ArgumentException>(() => NotificationPayload.Write(Bridge with { Navigate = new Uri("javascript:alert(1)") }));
    }

    private static Uri LongAddress(int length) => new("https://news.example/".PadRight(length, 'a'));

    private static JsonObject Read(Notification notification) => Read(NotificationPayload.Write(notification));

    private static JsonObject Read(byte[] payload)
    {
        Assert.True(payload.Length <= PushEncryption.MaxPlaintextBytes);
        var message = JsonNode.Parse(payload)!;
        Assert.Equal(8030, message["web_push"]!.GetValue<int>());
        return message["notification"]!.AsObject();
    }
}
