using System.Text.Json.Serialization;

namespace Newswire.WebPush.Subscriptions;

/// <summary>
/// An article that a reader is to be told of later: behind the quiet hours, or when the push service can be had again.
/// What the reader is told then, and whether at all, the article says at that time.
/// </summary>
/// <param name="Article">The article's id.</param>
/// <param name="Edition">The edition it was when it began to wait; see <see cref="Notifying.PushEdition.Number"/>.</param>
/// <param name="Shown">When readers of the feeds could see that edition first.</param>
/// <param name="NotBefore">Not before this is the reader told.</param>
public sealed record Waiting(string Article, long Edition, DateTimeOffset Shown, DateTimeOffset NotBefore)
{
    /// <summary>How often the push service could not be had.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Attempts { get; init; }

    /// <summary>Somebody is sending it until this moment at the latest; null when nobody is.</summary>
    public DateTimeOffset? InFlightUntil { get; init; }

    /// <summary>Whether it is that the article is gone.</summary>
    [JsonIgnore]
    public bool IsWithdrawal => Edition == Notifying.PushEdition.Withdrawal;

    /// <summary>When it is to be looked at again: not while somebody is sending it.</summary>
    [JsonIgnore]
    public DateTimeOffset Next => InFlightUntil > NotBefore ? InFlightUntil.Value : NotBefore;

    /// <summary>Whether somebody is sending it.</summary>
    public bool IsInFlight(DateTimeOffset now) => InFlightUntil > now;
}
