using Newswire.Storage;

namespace Newswire.Partners.Webhooks;

/// <summary>Where webhooks are kept.</summary>
internal static class WebhookPaths
{
    /// <summary>What every webhook's name begins with.</summary>
    public const string Prefix = "webhooks/";

    /// <summary>The webhook of a partner.</summary>
    public static ObjectPath Path(string partner) => new(Containers.Partners, $"{Prefix}{partner}.json");

    /// <summary>The partner of an object that <see cref="IObjectStore.ListAsync"/> found.</summary>
    public static string PartnerOf(string name) => name[Prefix.Length..^".json".Length];
}
