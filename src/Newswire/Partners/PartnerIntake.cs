using System.Globalization;
using Newswire.Catalog;
using Newswire.Feeds;
using Newswire.Json;
using Newswire.Partners.Webhooks;
using Newswire.Projection;

namespace Newswire.Partners;

/// <summary>
/// Where records enter: checked against the feeds there are, and kept together or not at all. What a contract gives goes
/// into the catalog behind the record, so that it holds before anybody is told of anything by it.
/// </summary>
public sealed class PartnerIntake(FeedsInForce feeds, PartnerRecords partners, WebhookRecords webhooks, Intake intake)
{
    /// <summary>Makes or replaces partners; see <see cref="PartnerRecords.DefineAsync"/>.</summary>
    /// <returns>
    /// What each record has changed; or what is wrong with them, each fault with the place of its record in the list, and
    /// then nothing was.
    /// </returns>
    /// <exception cref="Storage.StorageAwayException">Nothing is promised; sending them again is harmless.</exception>
    public async Task<(IReadOnlyList<PartnerChange> Changes, IReadOnlyList<(int Index, Fault Fault)> Faults)> DefineAsync(
        IReadOnlyList<Partner> records, CancellationToken cancellationToken)
    {
        var definitions = await feeds.DefinitionsAsync(cancellationToken);
        var list = await feeds.ListAsync(cancellationToken);
        List<(int Index, Fault Fault)> faults =
        [
            .. from record in records.Index()
               from feed in record.Item.Feeds.Index()
               let detail = FaultOf(feed.Item, definitions, list)
               where detail is not null
               select (record.Index, new Fault($"/feeds/{feed.Index}", detail)),
        ];
        if (faults.Count > 0)
        {
            return ([], faults);
        }

        if (await partners.DefineAsync(records, cancellationToken) is not { } defined)
        {
            return ([], [(0, new Fault("", string.Create(
                CultureInfo.InvariantCulture, $"There may be at most {PartnerLimits.MaxPartners} partners. Remove some first.")))]);
        }

        // Also what is so already: whoever said it first may have died in between.
        if (defined.Count > 0)
        {
            await intake.AcceptAsync([.. defined.Select(partner => partner.Record.Contract())], cancellationToken);
        }

        return ([.. defined.Select(partner => partner.Change)], []);
    }

    /// <summary>Removes a partner with all its keys and its webhook, and ends its contract. False when there is none of this name.</summary>
    /// <exception cref="Storage.StorageAwayException">Nothing is promised; saying it again is harmless.</exception>
    public async Task<bool> RemoveAsync(string name, CancellationToken cancellationToken)
    {
        // Before the record: another partner of this name must not find the webhook of this one.
        await webhooks.RemoveAsync(name, cancellationToken);
        if (await partners.RemoveAsync(name, cancellationToken) is not { } removed)
        {
            return false;
        }

        await intake.AcceptAsync([EndOf(name, removed.Said)], cancellationToken);
        return true;
    }

    /// <summary>The end of the contract that was said then, and of no later one.</summary>
    internal static Change EndOf(string partner, DateTimeOffset said) =>
        new Change.DefineContract { Partner = partner, Received = said.AddTicks(1), Ended = true };

    /// <summary>Why a partner cannot have the feed; null when it can. A feed just defined is there before its first document.</summary>
    private static string? FaultOf(string feed, FeedDefinitions definitions, FeedList list) =>
        definitions.MovedTo(feed) is { } now ? $"The feed '{feed}' has become '{now}'. Use that name."
        : definitions.IsRetired(feed) ? $"The feed '{feed}' has been given up."
        : feed == FeedName.Latest || list.Titles.ContainsKey(feed) || definitions.Find(feed) is not null ? null
        : $"No feed '{feed}' is known, or it was defined a moment ago and is not in force yet.";
}
