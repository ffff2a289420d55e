using Newswire.Storage;

namespace Newswire.WebSub.Subscribing;

/// <summary>Where requests wait to be verified.</summary>
public static class RequestPaths
{
    /// <summary>What every request's name begins with.</summary>
    public const string Prefix = "websub-requests/";

    /// <summary>The request with this id.</summary>
    public static ObjectPath Of(string id) => new(Containers.Subscriptions, $"{Prefix}{id}.json");
}
