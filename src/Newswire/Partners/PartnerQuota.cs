namespace Newswire.Partners;

/// <summary>How many requests a partner may send.</summary>
/// <param name="PerHour">Requests an hour.</param>
/// <param name="PerDay">Requests a day.</param>
public sealed record PartnerQuota(int PerHour, int PerDay)
{
    /// <summary>1,000 an hour and 10,000 a day: a request every nine seconds, all day long.</summary>
    public static readonly PartnerQuota Default = new(PerHour: 1_000, PerDay: 10_000);
}
