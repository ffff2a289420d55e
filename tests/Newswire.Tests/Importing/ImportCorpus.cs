using Microsoft.Extensions.Time.Testing;
using Newswire.Importing;

namespace Newswire.Tests.Importing;

/// <summary>The files of other systems that the project made, and what is to come of them.</summary>
internal static class ImportCorpus
{
    public static readonly ImportOptions Options = new() { Site = new Uri("https://courier.example") };

    public static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "Corpus", "imports", name);

    public static async Task<IReadOnlyList<ImportedItem>> ReadAsync(string path, ImportKind? kind = null, ImportOptions? options = null)
    {
        var opened = Assert.IsType<ImportOpening.Opened>(ImportSources.Open(path, kind, options ?? Options, new FakeTimeProvider()));
        return await opened.Source.ReadAsync(TestContext.Current.CancellationToken).ToListAsync();
    }
}
