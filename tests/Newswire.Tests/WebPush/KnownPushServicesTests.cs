using Newswire.WebPush;

namespace Newswire.Tests.WebPush;

/// <summary>Who may be contacted: the hosts of today's browsers, and none that only look like them.</summary>
public sealed class KnownPushServicesTests
{
    [Theory]
    [InlineData("https://fcm.googleapis.com/fcm/send/x", true)]
    [InlineData("https://FCM.GoogleAPIs.com/fcm/send/x", true)]
    [InlineData("https://updates.push.services.mozilla.com/wpush/v2/x", true)]
    [InlineData("https://eu.updates.push.services.mozilla.com/wpush/v2/x", true)]
    [InlineData("https://web.push.apple.com/x", true)]
    [InlineData("https://wns2-par02p.notify.windows.com/w/?token=x", true)]
    [InlineData("https://fcm.googleapis.com:8443/x", true)]
    [InlineData("https://googleapis.com/x", false)]
    [InlineData("https://storage.googleapis.com/x", false)]
    [InlineData("https://a.fcm.googleapis.com/x", false)]
    [InlineData("https://fcm.googleapis.com.attacker.net/x", false)]
    [InlineData("https://fcm.googleapis.com./x", false)]
    [InlineData("https://xfcm.googleapis.com/x", false)]
    [InlineData("https://push.apple.com/x", false)]
    [InlineData("https://notpush.apple.com/x", false)]
    [InlineData("https://web-push.apple.com/x", false)]
    [InlineData("https://push.apple.com.attacker.net/x", false)]
    [InlineData("https://attacker.net/push.apple.com", false)]
    [InlineData("https://attacker.net?.push.apple.com", false)]
    [InlineData("https://attacker.net#.push.apple.com", false)]
    [InlineData("https://web.push.apple.com@attacker.net/x", false)]
    [InlineData("https://web.push.аpple.com/x", false)]
    [InlineData("https://fcm.googleapiſ.com/x", false)]
    [InlineData("https://ｆcm.googleapis.com/x", false)]
    [InlineData("https://web。attacker。net/x", false)]
    [InlineData("https://127.0.0.1/x", false)]
    [InlineData("https://localhost/x", false)]
    [InlineData("https://[::1]/x", false)]
    [InlineData("https://0x7f000001/x", false)]
    public void By_default_the_services_of_the_browsers_are_known(string endpoint, bool isKnown) =>
        Assert.Equal(isKnown, new KnownPushServices(new PushOptions()).Include(new Uri(endpoint)));

    [Theory]
    [InlineData("http://127.0.0.1:9/x", true)]
    [InlineData("http://localhost:9/x", true)]
    [InlineData("http://[::1]:9/x", true)]
    [InlineData("https://192.0.2.1/x", false)]
    [InlineData("https://169.254.169.254/x", false)]
    [InlineData("https://localhost.attacker.net/x", false)]
    public void With_the_switch_this_machine_is_known_too(string endpoint, bool isKnown) =>
        Assert.Equal(isKnown, new KnownPushServices(new PushOptions { AllowLoopback = true }).Include(new Uri(endpoint)));

    [Theory]
    [InlineData("xn--bcher-kva.example", "https://XN--bcher-kva.example/x")]
    [InlineData("*.Xn--bcher-kva.example", "https://push.xn--bcher-kva.example/x")]
    [InlineData("*.push.example", "https://a.b.PUSH.example/x")]
    public void Names_match_in_whatever_case_they_are_written(string pattern, string endpoint) =>
        Assert.True(new KnownPushServices(new PushOptions { Services = [pattern] }).Include(new Uri(endpoint)));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("*")]
    [InlineData("*.")]
    [InlineData("*.com")]
    [InlineData("*.*.example")]
    [InlineData("push.*.example")]
    [InlineData("push*.example")]
    [InlineData(".push.example")]
    [InlineData("push..example")]
    [InlineData("push.example/")]
    [InlineData("push.example:443")]
    [InlineData("user@push.example")]
    [InlineData("https://push.example")]
    [InlineData("push.example?")]
    [InlineData(" push.example")]
    [InlineData("bücher.example")]
    [InlineData("\u0301.example")]
    [InlineData("192.0.2.1")]
    [InlineData("[::1]")]
    public void What_names_no_hosts_or_nearly_all_is_no_pattern(string? text) => Assert.False(HostPattern.TryParse(text, out _));

    [Fact]
    public void Options_with_a_pattern_that_is_none_are_not_taken() =>
        Assert.Throws<ArgumentException>(() => new KnownPushServices(new PushOptions { Services = ["*"] }));
}
