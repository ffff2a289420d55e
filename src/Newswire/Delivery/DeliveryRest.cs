namespace Newswire.Delivery;

/// <summary>For how long somebody is left alone who could not be delivered to.</summary>
internal static class DeliveryRest
{
    /// <summary>After this many failures running a delivery is given up; then only something new is a reason to try again.</summary>
    public const int MaxFailures = 6;

    /// <summary>The longest that somebody is left alone because they ask for it.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>How long somebody rests who has failed too often: where something changes every second they are not tried as often.</summary>
    public static readonly TimeSpan AfterGivingUp = TimeSpan.FromMinutes(1);

    private static readonly RetryDelays Delays = new(
        TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(20), TimeSpan.FromHours(1));

    /// <summary>The rest after so many failures running, counted from 1.</summary>
    /// <param name="failures">The failures.</param>
    /// <param name="asked">The rest that was asked for (<c>Retry-After</c>); null for none. It may prolong the rest, not shorten it.</param>
    public static TimeSpan After(int failures, TimeSpan? asked)
    {
        var rest = Delays.After(failures) ?? AfterGivingUp;
        return asked is null || asked < rest ? rest : asked < Longest ? asked.Value : Longest;
    }
}
