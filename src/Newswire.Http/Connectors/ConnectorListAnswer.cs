namespace Newswire.Http.Connectors;

/// <summary>All connectors.</summary>
internal sealed record ConnectorListAnswer(IReadOnlyList<ConnectorAnswer> Connectors);
