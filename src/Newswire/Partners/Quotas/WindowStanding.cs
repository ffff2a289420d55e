namespace Newswire.Partners.Quotas;

/// <summary>How far a partner has used up the quota of a window.</summary>
/// <param name="Window">The window.</param>
/// <param name="Quota">Requests there may be in it.</param>
/// <param name="Remaining">Requests that would be let in now.</param>
/// <param name="Reset">How long until there are more; null when none has counted, so that there cannot be more.</param>
public sealed record WindowStanding(QuotaWindow Window, int Quota, int Remaining, TimeSpan? Reset);
