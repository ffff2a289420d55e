using Newswire.Importing;

namespace Newswire.CommandLine.Importing;

/// <summary>Opens what the command line names as a source.</summary>
internal static class SourceOpening
{
    /// <exception cref="CommandFailedException">There is nothing that can be imported.</exception>
    public static OpenedSource Open(string name, ImportKind? kind, string? site, TimeProvider time)
    {
        if (kind is null && CatalogFile.IsOne(name))
        {
            return new OpenedSource("catalog", new CatalogFile(new FileInfo(name)), IsCatalog: true);
        }

        _ = site;
        _ = time;
        throw new CommandFailedException($"'{name}' is nothing that can be imported.");
    }
}
