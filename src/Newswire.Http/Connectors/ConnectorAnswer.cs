using Newswire.Connectors;

namespace Newswire.Http.Connectors;

/// <summary>A connector as the newsroom sees it, without its secret.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind"><c>ghost</c> or <c>wordpress</c>.</param>
/// <param name="Url">The address to enter in the CMS.</param>
/// <param name="Created">When it was made.</param>
/// <param name="Authors">The names of authors whom the CMS names by a number only.</param>
/// <param name="Ignored">Members that were not understood, as JSON Pointers; null when there are none.</param>
internal sealed record ConnectorAnswer(
    string Name,
    string Kind,
    string Url,
    DateTimeOffset Created,
    IReadOnlyList<ConnectorAuthor>? Authors,
    IReadOnlyList<string>? Ignored)
{
    public static ConnectorAnswer Of(Connector connector, string baseUrl, IReadOnlyList<string>? ignored = null) => new(
        connector.Name,
        connector.Kind == ConnectorKind.Ghost ? "ghost" : "wordpress",
        $"{baseUrl.TrimEnd('/')}/api/connectors/{connector.Name}/events",
        connector.Created,
        connector.Authors.Count > 0 ? connector.Authors : null,
        ignored is { Count: > 0 } ? ignored : null);
}
