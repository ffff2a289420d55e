namespace Newswire.Http.Tests.WebSub;

/// <summary>A request as a subscriber gets it.</summary>
/// <param name="Method">The method.</param>
/// <param name="Target">Path and query as they came.</param>
/// <param name="Query">The query, decoded.</param>
/// <param name="Headers">The header.</param>
internal sealed record CallbackRequest(
    string Method, string Target, IReadOnlyDictionary<string, string> Query, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>The body, read to its end before the request counts as arrived.</summary>
    public byte[] Body { get; init; } = [];

    /// <summary>How many headers <c>Link</c> there were.</summary>
    public int LinkHeaders { get; init; }
}
