using System.Text.Json.Serialization;

namespace Newswire.CommandLine.Importing;

/// <summary>What has come of the items of a source.</summary>
/// <param name="Taken">Accepted whole.</param>
/// <param name="Lossy">Accepted, with something of them lost.</param>
/// <param name="LeftOut">Not meant to be taken: drafts, pages that are no articles, what cannot be read.</param>
/// <param name="Refused">Sent and not accepted.</param>
internal sealed record ImportTally(long Taken = 0, long Lossy = 0, long LeftOut = 0, long Refused = 0)
{
    /// <summary>All items.</summary>
    [JsonIgnore]
    public long Items => Taken + Lossy + LeftOut + Refused;

    /// <summary>With one more.</summary>
    public ImportTally Plus(ItemOutcome outcome) => outcome switch
    {
        ItemOutcome.Taken => this with { Taken = Taken + 1 },
        ItemOutcome.Lossy => this with { Lossy = Lossy + 1 },
        ItemOutcome.LeftOut => this with { LeftOut = LeftOut + 1 },
        _ => this with { Refused = Refused + 1 },
    };
}
