using Microsoft.Extensions.Logging;
using Newswire.Articles.PictureFacts;
using Newswire.Catalog;
using Newswire.Partners.Webhooks;
using Newswire.Projection.Generations;
using Newswire.WebSub;
using Newswire.WebSub.Distributing;
using Newswire.WebSub.Subscribing;

namespace Newswire;

/// <summary>What the domain logs: ids, positions and sizes, never content.</summary>
internal static partial class Log
{
    [LoggerMessage(1001, LogLevel.Information, "Projected {Changes} changes of {Articles} articles into {Documents} documents; the cursor is at {Position} (repairing: {Repairing}).", EventName = "PassDone")]
    public static partial void PassDone(ILogger logger, int changes, int articles, int documents, Position position, bool repairing);

    [LoggerMessage(1002, LogLevel.Information, "The pass from {Position} met newer writes and begins again.", EventName = "PassSuperseded")]
    public static partial void PassSuperseded(ILogger logger, Position position);

    [LoggerMessage(1003, LogLevel.Error, "Set aside a catalog line of {LengthBytes} bytes at {Position}: {Reason}", EventName = "LineSetAside")]
    public static partial void LineSetAside(ILogger logger, Position position, int lengthBytes, string reason);

    [LoggerMessage(1004, LogLevel.Warning, "The change at {Position} is accepted, but its wake-up message could not be sent; the sweep will find it.", EventName = "WakeUpLost")]
    public static partial void WakeUpLost(ILogger logger, Position position, Exception exception);

    [LoggerMessage(1011, LogLevel.Information, "Generation {Number} was built to {Purpose} and is {End}; {Differences} documents differed.", EventName = "BuildEnded")]
    public static partial void BuildEnded(ILogger logger, int number, BuildPurpose purpose, BuildEnd? end, int differences);

    [LoggerMessage(1010, LogLevel.Warning, "Storage did not answer the question for readiness in time.", EventName = "StorageNotReady")]
    public static partial void StorageNotReady(ILogger logger, Exception exception);

    [LoggerMessage(1020, LogLevel.Information, "Erased article {ArticleId}: {Lines} catalog lines are blank, {Rewritten} objects were rewritten, {Deleted} deleted.", EventName = "ArticleErased")]
    public static partial void ArticleErased(ILogger logger, string articleId, int lines, int rewritten, int deleted);

    [LoggerMessage(1030, LogLevel.Information, "A picture of article {ArticleId} on {Host} stays unknown: {Outcome}.", EventName = "PictureUnknown")]
    public static partial void PictureUnknown(ILogger logger, string articleId, string host, ProbeOutcome outcome);

    [LoggerMessage(1031, LogLevel.Warning, "Of {Pictures} pictures of one request {Found} were found when its time was over; the others stay unknown.", EventName = "PicturesTookTooLong")]
    public static partial void PicturesTookTooLong(ILogger logger, int pictures, int found);

    [LoggerMessage(1060, LogLevel.Warning, "The push service {Host} refuses a message with status {Status}.", EventName = "PushRefused")]
    public static partial void PushRefused(ILogger logger, string host, int status);

    [LoggerMessage(1061, LogLevel.Warning, "Nothing was pushed to {Host}: it is no known push service, or has no public address.", EventName = "PushNotAllowed")]
    public static partial void PushNotAllowed(ILogger logger, string host);

    [LoggerMessage(1062, LogLevel.Information, "The push service {Host} does not answer in time or at all: {Reason}.", EventName = "PushUnanswered")]
    public static partial void PushUnanswered(ILogger logger, string host, HttpRequestError reason);

    [LoggerMessage(1065, LogLevel.Information, "Push bucket {Bucket}: {Told} told, {Later} to be told later, {Gone} gone, {Refused} refused.", EventName = "PushBucketTold")]
    public static partial void PushBucketTold(ILogger logger, string bucket, int told, int later, int gone, int refused);
    [LoggerMessage(1050, LogLevel.Information, "Asked {Host} whether it wants to {Mode} {Topic}: {Verdict}.", EventName = "Verified")]
    public static partial void Verified(ILogger logger, SubscriptionMode mode, Topic topic, string host, Verdict verdict);

    [LoggerMessage(1051, LogLevel.Information, "Denied {Host} a subscription (answered: {Answered}): {Reason}", EventName = "SubscriberDenied")]
    public static partial void SubscriberDenied(ILogger logger, string host, string reason, bool answered);

    [LoggerMessage(1052, LogLevel.Information, "The leases of {Count} subscribers of {Topic} have ended.", EventName = "LeasesEnded")]
    public static partial void LeasesEnded(ILogger logger, Topic topic, int count);

    [LoggerMessage(1055, LogLevel.Information, "{Host} did not take {Topic} (answer: {Status}): {Outcome}.", EventName = "NotDelivered")]
    public static partial void NotDelivered(ILogger logger, Topic topic, string host, DeliveryOutcome outcome, int? status);

    [LoggerMessage(1056, LogLevel.Warning, "The hub at {Host} could not be told of {Count} topics and is not told any more.", EventName = "AnnouncingGivenUp")]
    public static partial void AnnouncingGivenUp(ILogger logger, string host, int count);

    [LoggerMessage(1090, LogLevel.Information, "Told partner {Partner} of {Changes} changes in {LengthBytes} bytes.", EventName = "ChangesDelivered")]
    public static partial void ChangesDelivered(ILogger logger, string partner, int changes, int lengthBytes);

    [LoggerMessage(1091, LogLevel.Warning, "The webhook of partner {Partner} on {Host} did not take its changes (answer: {Status}): {Outcome}.", EventName = "ChangesNotDelivered")]
    public static partial void ChangesNotDelivered(ILogger logger, string partner, string host, WebhookOutcome outcome, int? status);

    [LoggerMessage(1110, LogLevel.Warning, "What came of the act at {Place} of the audit log could not be written down.", EventName = "OutcomeUnrecorded")]
    public static partial void OutcomeUnrecorded(ILogger logger, string place, Exception exception);
}
