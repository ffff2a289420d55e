using System.Globalization;
using Newswire.Storage;

namespace Newswire.Auditing;

/// <summary>
/// The place of an act in the log: how long before the end of time it began, so that storage, which lists by name, lists
/// the newest first.
/// </summary>
internal static class AuditPlace
{
    private const int Length = 19;
    private const string IntentName = "/act.json";
    private const string OutcomeName = "/outcome.json";

    public static string Of(DateTimeOffset when) =>
        (DateTimeOffset.MaxValue.UtcTicks - when.UtcTicks).ToString("D19", CultureInfo.InvariantCulture);

    public static bool IsValid(string place) => place.Length == Length && place.All(char.IsAsciiDigit);

    /// <summary>The place that a name in the container belongs to; null when it is none of ours.</summary>
    public static string? OfName(string name) =>
        name.Length > Length && name[Length] == '/' && name[..Length] is var place && IsValid(place) ? place : null;

    public static ObjectPath Intent(string place) => new(Containers.Audit, place + IntentName);

    public static ObjectPath Outcome(string place) => new(Containers.Audit, place + OutcomeName);
}
