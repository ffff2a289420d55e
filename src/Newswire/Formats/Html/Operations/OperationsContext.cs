using Newswire.Feeds;

namespace Newswire.Formats.Html.Operations;

/// <summary>What every page of the newsroom has to know.</summary>
/// <param name="Publication">The publication.</param>
/// <param name="Path">Where the page stands, percent-encoded, below the base URL.</param>
/// <param name="KeyName">What the publisher key is called that somebody signed in with; null when nobody has.</param>
public sealed record OperationsContext(Publication Publication, string Path, string? KeyName);
