using System.Buffers.Text;
using Newswire.TestKit.WebPush;
using Newswire.WebPush;

namespace Newswire.Tests.WebPush;

/// <summary>What a browser may say of itself, and what it may not.</summary>
public sealed class PushReceiverTests
{
    private const string Endpoint = "https://fcm.googleapis.com/fcm/send/abc";
    private const string Point = "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";
    private const string Secret = "BTBZMqHH6r4Tts7J_aSIgg";

    [Theory]
    [InlineData(Point, Secret)]
    [InlineData(Point + "=", Secret + "==")]
    public void A_subscription_is_read_with_padding_or_without(string p256dh, string auth)
    {
        Assert.True(PushReceiver.TryRead(Endpoint, p256dh, auth, allowLoopback: false, out var receiver, out var fault));
        Assert.Equal(PushReceiverFault.None, fault);
        Assert.Equal(Endpoint, receiver.Endpoint.AbsoluteUri);
        Assert.Equal(Point, Base64Url.EncodeToString(receiver.P256dh.Span));
        Assert.Equal(Secret, Base64Url.EncodeToString(receiver.Auth.Span));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("/push/abc")]
    [InlineData("nonsense")]
    [InlineData("http://fcm.googleapis.com/abc")]
    [InlineData("http://127.0.0.1/abc")]
    [InlineData("https://user@fcm.googleapis.com/abc")]
    [InlineData("https://user:secret@fcm.googleapis.com/abc")]
    [InlineData("ftp://fcm.googleapis.com/abc")]
    [InlineData("file:///etc/passwd")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://bücher.example/abc")]
    [InlineData("https://xn--\u0301a.example/abc")]
    [InlineData("https://fcm.googleapiſ.com/abc")]
    public void An_endpoint_is_an_https_address_in_ascii_without_user(string? endpoint) =>
        Assert.Equal(PushReceiverFault.Endpoint, FaultOf(endpoint, Point, Secret));

    [Fact]
    public void An_endpoint_has_a_length_that_can_be_stored()
    {
        Assert.Equal(PushReceiverFault.None, FaultOf(Endpoint.PadRight(PushReceiver.MaxEndpoint, 'a'), Point, Secret));
        Assert.Equal(PushReceiverFault.Endpoint, FaultOf(Endpoint.PadRight(PushReceiver.MaxEndpoint + 1, 'a'), Point, Secret));
    }

    [Theory]
    [InlineData("http://127.0.0.1:9/abc", PushReceiverFault.None)]
    [InlineData("http://localhost:9/abc", PushReceiverFault.None)]
    [InlineData("http://[::1]:9/abc", PushReceiverFault.None)]
    [InlineData("https://127.0.0.1:9/abc", PushReceiverFault.None)]
    [InlineData("http://user@127.0.0.1:9/abc", PushReceiverFault.Endpoint)]
    [InlineData("http://fcm.googleapis.com/abc", PushReceiverFault.Endpoint)]
    [InlineData("http://192.0.2.1/abc", PushReceiverFault.Endpoint)]
    [InlineData("http://localhost.fcm.googleapis.com/abc", PushReceiverFault.Endpoint)]
    public void With_the_switch_only_this_machine_may_be_plain_http(string endpoint, PushReceiverFault expected) =>
        Assert.Equal(expected, FaultOf(endpoint, Point, Secret, allowLoopback: true));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("nonsense!")]
    [InlineData("BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw")]
    [InlineData(Point + "AA")]
    [InlineData("AyVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcx")]
    public void A_public_key_is_65_bytes(string? p256dh) =>
        Assert.Equal(PushReceiverFault.P256dh, FaultOf(Endpoint, p256dh, Secret));

    [Fact]
    public void A_public_key_is_a_point_on_the_curve_in_uncompressed_form()
    {
        var point = Base64Url.DecodeFromChars(Point);
        for (var place = 1; place < point.Length; place += 7)
        {
            byte[] beside = [.. point];
            beside[place] ^= 1;
            Assert.Equal(PushReceiverFault.P256dh, FaultOf(Endpoint, Base64Url.EncodeToString(beside), Secret));
        }

        foreach (var form in (byte[])[0, 2, 3, 6, 7])
        {
            Assert.Equal(PushReceiverFault.P256dh, FaultOf(Endpoint, Base64Url.EncodeToString([form, .. point[1..]]), Secret));
        }

        Assert.Equal(PushReceiverFault.P256dh, FaultOf(Endpoint, Base64Url.EncodeToString([4, .. new byte[64]]), Secret));
        Assert.Equal(PushReceiverFault.P256dh, FaultOf(Endpoint, Base64Url.EncodeToString([4, .. Enumerable.Repeat((byte)255, 64)]), Secret));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("BTBZMqHH6r4Tts7J_aSI")]
    [InlineData(Secret + "AA")]
    [InlineData("BTBZMqHH6r4Tts7J/aSIgg")]
    public void A_secret_is_16_bytes(string? auth) => Assert.Equal(PushReceiverFault.Auth, FaultOf(Endpoint, Point, auth));

    [Theory]
    [InlineData("https://fcm.googleapis.com/a", "https://fcm.googleapis.com")]
    [InlineData("https://FCM.googleapis.com:443/a?b#c", "https://fcm.googleapis.com")]
    [InlineData("https://push.example:8443/a", "https://push.example:8443")]
    [InlineData("https://xn--bcher-kva.example/a", "https://xn--bcher-kva.example")]
    [InlineData("http://127.0.0.1:9/a", "http://127.0.0.1:9")]
    [InlineData("http://[::1]:9/a", "http://[::1]:9")]
    public void The_origin_is_scheme_host_and_the_port_that_is_not_the_schemes_own(string endpoint, string origin)
    {
        using var keys = new ReceiverKeys();

        Assert.Equal(origin, keys.At(endpoint).Origin);
    }

    [Fact]
    public void A_receiver_prints_as_its_host()
    {
        using var keys = new ReceiverKeys();

        Assert.Equal("fcm.googleapis.com", keys.At(Endpoint).ToString());
    }

    private static PushReceiverFault FaultOf(string? endpoint, string? p256dh, string? auth, bool allowLoopback = false)
    {
        var isRead = PushReceiver.TryRead(endpoint, p256dh, auth, allowLoopback, out var receiver, out var fault);
        Assert.Equal(fault == PushReceiverFault.None, isRead);
        Assert.Equal(isRead, receiver is not null);
        return fault;
    }
}
