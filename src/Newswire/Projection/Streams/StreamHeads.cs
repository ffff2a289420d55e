namespace Newswire.Projection.Streams;

/// <summary>Every partner's stream; stored as <c>projection/streams.json</c>, written when all they speak of is stored.</summary>
public sealed record StreamHeads
{
    /// <summary>No streams.</summary>
    public static readonly StreamHeads Empty = new();

    /// <summary>The moment of the pass that wrote it: nothing that a stream says is judged at an earlier one.</summary>
    public DateTimeOffset Now { get; init; }

    /// <summary>Everything that happened before this moment, by the clocks of those who accepted it, is in the streams.</summary>
    public DateTimeOffset Safe { get; init; }

    /// <summary>The streams by partner, those included whose contract is over.</summary>
    public IReadOnlyDictionary<string, StreamHead> ByPartner
    {
        get;
        init => field = value ?? new Dictionary<string, StreamHead>(StringComparer.Ordinal);
    }
        = new Dictionary<string, StreamHead>(StringComparer.Ordinal);

    /// <summary>The partner's stream; null when it has none.</summary>
    public StreamHead? Find(string partner) =>
        ByPartner.GetValueOrDefault(partner) is { Contract.Ended: false } head ? head : null;
}
