namespace Newswire.WebPush.Notifying;

/// <summary>An article's edition with all that is needed to tell it.</summary>
/// <param name="Article">The article's id.</param>
/// <param name="Edition">What is told.</param>
/// <param name="Feeds">The feeds that carry the article now; empty for a withdrawal, which goes to whoever was told.</param>
/// <param name="Notification">What readers see.</param>
/// <param name="Urgency">What it is worth waking a device for.</param>
public sealed record Announcement(
    string Article, PushEdition Edition, IReadOnlySet<string> Feeds, Notification Notification, PushUrgency Urgency)
{
    /// <summary>
    /// The message as it is sent at the moment. Push services keep it no longer than it is news, and of several about one
    /// article only the newest.
    /// </summary>
    /// <param name="now">The moment.</param>
    /// <param name="isShort">Whether to leave out what makes it long: a service takes no message of the usual length.</param>
    public PushMessage MessageAt(DateTimeOffset now, bool isShort = false)
    {
        var left = Edition.Until - now;
        return new PushMessage(
            NotificationPayload.Write(isShort ? Notification with { Body = null, ImageUrl = null } : Notification),
            left > TimeSpan.Zero ? left : TimeSpan.Zero,
            Urgency,
            Notification.Tag);
    }
}
