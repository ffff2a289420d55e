using CsCheck;
using Newswire.WebSub.Subscribing;

namespace Newswire.Tests.WebSub.Subscribing;

public sealed class CallbackTests
{
    private static readonly string[] Pieces =
        ["http://", "https://", "reader-site.com", "münchen.de", "8.8.8.8", "[2a00:1450::1]", ":8080", ":80", "/", "a", "%7E", "%2f", "%zz", "é", " ", "?", "&", "x=1", "#", "@", "\\", "..", ".", "\0", "\n"];

    [Fact]
    public void What_is_kept_is_kept_as_it_is_when_it_is_read_again() => Texts().Sample(text =>
        Callback.Read(text, allowLoopback: false) is not ({ } url, null) || Callback.Read(url, allowLoopback: false) == (url, null));

    [Fact]
    public void Whatever_is_taken_can_be_sent_to_with_parameters_behind_its_own() => Texts().Sample(text =>
    {
        if (Callback.Read(text, allowLoopback: false) is not ({ } url, null))
        {
            return true;
        }

        const string Appended = "hub.mode=subscribe&hub.topic=https%3A%2F%2Fa.example%2F%C3%BC%3F%26%3D%23";
        var asked = Callback.With(url, ("hub.mode", "subscribe"), ("hub.topic", "https://a.example/ü?&=#"));
        return asked.AbsoluteUri.StartsWith(url, StringComparison.Ordinal)
            && asked.Fragment.Length == 0
            && asked.Query.EndsWith(Appended, StringComparison.Ordinal)
            && asked.Query[..^Appended.Length].EndsWith(new Uri(url).Query.Length > 1 ? '&' : '?')
            && Callback.HostOf(url).Length > 0;
    });

    [Theory]
    [InlineData("https://Reader-Site.com./x", "reader-site.com")]
    [InlineData("https://reader-site.com:8443/y", "reader-site.com")]
    [InlineData("http://münchen.de/", "xn--mnchen-3ya.de")]
    public void The_same_host_counts_as_one_however_it_is_written(string callback, string host) =>
        Assert.Equal(host, Callback.HostOf(Callback.Read(callback, allowLoopback: false).Url!));

    private static Gen<string> Texts() => Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[1, 10].Select(string.Concat);
}
