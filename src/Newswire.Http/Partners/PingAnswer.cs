using Newswire.Outbound;

namespace Newswire.Http.Partners;

/// <summary>What came of a delivery without changes.</summary>
/// <param name="IsTaken">Whether the partner took it.</param>
/// <param name="Status">The status of its answer; left out when there was none.</param>
/// <param name="Detail">The same in words.</param>
internal sealed record PingAnswer(bool IsTaken, int? Status, string Detail)
{
    public static PingAnswer Of(CallbackAnswer answer) => answer switch
    {
        CallbackAnswer.Answered { IsSuccess: true } taken => new(IsTaken: true, taken.Status, "The partner took it."),
        CallbackAnswer.Answered answered => new(IsTaken: false, answered.Status, "The partner did not take it. Any status from 200 to 299 would."),
        CallbackAnswer.Refused => new(IsTaken: false, Status: null, "The host has no public address; nothing was sent."),
        _ => new(IsTaken: false, Status: null, "Nobody answered in time, or the connection broke."),
    };
}
