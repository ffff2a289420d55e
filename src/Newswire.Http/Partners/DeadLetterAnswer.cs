using Newswire.Partners.Webhooks;

namespace Newswire.Http.Partners;

/// <summary>A delivery that was given up.</summary>
/// <param name="Id">What it is told again by.</param>
/// <param name="After">Behind which cursor of the stream it begins; left out for the beginning.</param>
/// <param name="Until">At which it ends.</param>
/// <param name="Since">When it was tried first.</param>
/// <param name="Last">When it was tried last.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="Status">The status of the last answer; left out when there was none.</param>
/// <param name="Delivered">When the partner was told of it after all; left out while it was not.</param>
internal sealed record DeadLetterAnswer(
    string Id,
    string? After,
    string Until,
    DateTimeOffset Since,
    DateTimeOffset Last,
    int Attempts,
    int? Status,
    DateTimeOffset? Delivered)
{
    public static DeadLetterAnswer Of(string partner, DeadLetter letter) => new(
        letter.Id,
        letter.After?.ToText(partner),
        letter.Until.ToText(partner),
        letter.Since,
        letter.Last,
        letter.Attempts,
        letter.Status,
        letter.Delivered);
}
