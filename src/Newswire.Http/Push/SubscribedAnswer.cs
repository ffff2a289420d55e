using System.Text.Json.Serialization;
using Newswire.WebPush.Subscriptions;

namespace Newswire.Http.Push;

/// <summary>A reader's choice as it is stored.</summary>
/// <param name="Favourites">The feeds, under the names they have now.</param>
/// <param name="QuietHours">When the reader is not to be disturbed; null for never.</param>
/// <param name="MaxPerDay">How many notifications a day there are at most.</param>
internal sealed record SubscribedAnswer(
    IReadOnlyList<string> Favourites,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] QuietHoursAnswer? QuietHours,
    int MaxPerDay)
{
    public static SubscribedAnswer Of(PushSubscription subscription) => new(
        subscription.Favourites,
        subscription.QuietHours is { } hours ? QuietHoursAnswer.Of(hours) : null,
        subscription.MaxPerDay);
}
