using System.Buffers.Text;
using System.Security.Cryptography;
using Newswire.TestKit;
using Newswire.WebPush.Subscriptions;

namespace Newswire.Tests.WebPush;

/// <summary>Builders of push subscriptions: a test names what matters to it.</summary>
internal static class Reader
{
    private static readonly string Point = MakePoint();

    public static string Endpoint(string name) => $"https://fcm.googleapis.com/fcm/send/{name}";

    public static PushSubscription Of(string name = "ann", DateTimeOffset? since = null, params IReadOnlyList<string> favourites) =>
        new(Endpoint(name), Point, Base64Url.EncodeToString(new byte[16]), favourites.Count > 0 ? favourites : ["latest"], since ?? Some.Morning.AddDays(-1));

    public static SubscriptionRequest Request(string name = "ann", params IReadOnlyList<string> favourites) =>
        new(Endpoint(name), Point, Base64Url.EncodeToString(new byte[16]), favourites);

    private static string MakePoint()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        return Base64Url.EncodeToString([4, .. point.X!, .. point.Y!]);
    }
}
