namespace Newswire.WebPush.Subscriptions;

/// <summary>What becomes of a subscription that comes again, or in the place of another. Pure.</summary>
internal static class Renewal
{
    /// <summary>The subscription to store; null when no favourites are chosen.</summary>
    /// <param name="request">What the browser asks for.</param>
    /// <param name="known">The subscription that the endpoint has already.</param>
    /// <param name="replaced">The subscription whose place it takes.</param>
    /// <param name="now">When it asks.</param>
    public static PushSubscription? Of(
        SubscriptionRequest request, PushSubscription? known, PushSubscription? replaced, DateTimeOffset now)
    {
        // A browser that exchanges its endpoint knows nothing of the reader's choice, so the choice goes with it.
        var earlier = replaced ?? known;
        var isChosen = request.Favourites.Count > 0;
        var favourites = isChosen ? request.Favourites : earlier?.Favourites ?? [];
        if (favourites.Count == 0)
        {
            return null;
        }

        return new PushSubscription(
            request.Endpoint, request.P256dh, request.Auth, favourites, SameAs(favourites, earlier) ? earlier!.Since : now)
        {
            QuietHours = isChosen ? request.QuietHours : request.QuietHours ?? earlier?.QuietHours,
            MaxPerDay = request.MaxPerDay ?? (isChosen ? PushSubscription.DefaultMaxPerDay : earlier!.MaxPerDay),
            Expires = request.Expires,
            Told = [.. (replaced?.Told ?? []).Concat(known?.Told ?? []).Distinct().OrderBy(told => told.When)],
            Waiting =
            [
                // What is being sent to the old endpoint is not waiting for the new one.
                .. (replaced?.Waiting ?? []).Where(waiting => waiting.InFlightUntil is null)
                    .Concat(known?.Waiting ?? [])
                    .DistinctBy(waiting => (waiting.Article, waiting.Edition)),
            ],
        };
    }

    private static bool SameAs(IReadOnlyList<string> favourites, PushSubscription? earlier) =>
        earlier is not null && favourites.ToHashSet(StringComparer.Ordinal).SetEquals(earlier.Favourites);
}
