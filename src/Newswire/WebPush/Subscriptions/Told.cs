using System.Text.Json.Serialization;

namespace Newswire.WebPush.Subscriptions;

/// <summary>That a reader was told of an article. A message that the push service refused for good counts as told.</summary>
/// <param name="Article">The article's id.</param>
/// <param name="Edition">Which edition; see <see cref="Notifying.PushEdition.Number"/>.</param>
/// <param name="When">When the push service took the message.</param>
public sealed record Told(string Article, long Edition, DateTimeOffset When)
{
    /// <summary>Whether it was that the article is gone.</summary>
    [JsonIgnore]
    public bool IsWithdrawal => Edition == Notifying.PushEdition.Withdrawal;
}
