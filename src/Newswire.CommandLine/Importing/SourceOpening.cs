using Newswire.Importing;

namespace Newswire.CommandLine.Importing;

/// <summary>Opens what the command line names as a source.</summary>
internal static class SourceOpening
{
    /// <param name="name">A path or an address.</param>
    /// <param name="kind">What it is; null to see it from the source.</param>
    /// <param name="options">What the source does not say itself.</param>
    /// <param name="time">The clock that waits are measured by.</param>
    /// <exception cref="CommandFailedException">There is nothing that can be imported.</exception>
    public static OpenedSource Open(string name, ImportKind? kind, ImportOptions options, TimeProvider time) =>
        kind is null && CatalogFile.IsOne(name)
            ? new OpenedSource("catalog", new CatalogFile(new FileInfo(name)), IsCatalog: true)
            : ImportSources.Open(name, kind, options, time) switch
            {
                ImportOpening.Opened opened => new OpenedSource(opened.Kind.ToString().ToLowerInvariant(), opened.Source, IsCatalog: false),
                ImportOpening.Refused refused => throw new CommandFailedException(refused.Reason),
                var outcome => throw new InvalidOperationException($"An outcome nobody knows: {outcome.GetType()}."),
            };
}
