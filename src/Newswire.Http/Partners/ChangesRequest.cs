using System.Globalization;
using Microsoft.AspNetCore.Http;
using Newswire.Partners.Changes;

namespace Newswire.Http.Partners;

/// <summary>What a partner asks of its change stream.</summary>
/// <param name="After">The cursor as it was sent; null for the beginning.</param>
/// <param name="Limit">How many changes at most.</param>
/// <param name="Wait">How long to wait for one.</param>
internal sealed record ChangesRequest(string? After, int Limit, TimeSpan Wait)
{
    /// <summary>Instead of a cursor: from now on, without what was before.</summary>
    public const string Now = "now";

    /// <summary>The request, or what is wrong with it.</summary>
    public static (ChangesRequest? Request, Problem? Problem) Read(IQueryCollection query)
    {
        if (Number(query, "limit", ChangeLimits.DefaultChanges) is not (>= 1 and <= ChangeLimits.MaxChanges and var limit))
        {
            return (null, Refuse("limit", 1, ChangeLimits.MaxChanges));
        }

        if (Number(query, "wait", 0) is not (>= 0 and <= ChangeLimits.MaxWaitSeconds and var wait))
        {
            return (null, Refuse("wait", 0, ChangeLimits.MaxWaitSeconds));
        }

        var after = query["after"];
        return after.Count > 1
            ? (null, Problem.BadParameter("after", "there once"))
            : (new ChangesRequest(string.IsNullOrEmpty(after) ? null : after.ToString(), limit, TimeSpan.FromSeconds(wait)), null);
    }

    private static int? Number(IQueryCollection query, string name, int absent) =>
        !query.TryGetValue(name, out var sent) ? absent
        : int.TryParse(sent.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : null;

    private static Problem Refuse(string name, int least, int most) => Problem.BadParameter(
        name, string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most}"));
}
