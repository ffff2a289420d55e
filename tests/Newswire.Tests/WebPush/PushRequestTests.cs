using System.Net;
using Newswire.TestKit.WebPush;
using Newswire.WebPush;

namespace Newswire.Tests.WebPush;

public sealed class PushRequestTests
{
    /// <summary>What tests on this machine cannot negotiate, for want of a certificate that is trusted.</summary>
    [Fact]
    public void HTTP_2_is_spoken_with_services_that_offer_it()
    {
        using var keys = new ReceiverKeys();
        using var request = PushRequest.Create(
            keys.At("https://fcm.googleapis.com/x"), new PushMessage(default, TimeSpan.Zero), "vapid t=a, k=b");

        Assert.Equal(HttpVersion.Version20, request.Version);
        Assert.Equal(HttpVersionPolicy.RequestVersionOrLower, request.VersionPolicy);
    }
}
