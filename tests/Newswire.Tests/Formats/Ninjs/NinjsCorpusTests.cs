using System.Runtime.CompilerServices;

namespace Newswire.Tests.Formats.Ninjs;

public sealed class NinjsCorpusTests
{
    private static readonly string Corpus = Path.GetFullPath(Path.Combine(Here(), "..", "..", "Corpus", "ninjs"));

    public static TheoryData<string> Cases => [.. NinjsCases.All.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void An_item_is_byte_for_byte_what_its_rule_expects(string file)
    {
        var expectedPath = Path.Combine(Corpus, file);
        var receivedPath = Path.ChangeExtension(expectedPath, ".received.json");
        var received = NinjsCases.All[file]();

        Directory.CreateDirectory(Path.GetDirectoryName(receivedPath)!);
        File.Delete(receivedPath);
        if (File.Exists(expectedPath) && File.ReadAllBytes(expectedPath).AsSpan().SequenceEqual(received))
        {
            return;
        }

        File.WriteAllBytes(receivedPath, received);
        Assert.Fail($"Received {receivedPath}{Environment.NewLine}expected {expectedPath}");
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void An_item_is_valid_by_the_schema_of_the_IPTC(string file) =>
        Assert.Empty(NinjsSchema.Faults(NinjsCases.All[file]()));

    [Fact]
    public void Every_file_of_the_corpus_belongs_to_a_case() =>
        Assert.Equal(
            NinjsCases.All.Keys.Order(StringComparer.Ordinal),
            Directory.EnumerateFiles(Corpus, "*", SearchOption.AllDirectories)
                .Where(path => !path.Contains(".received.", StringComparison.Ordinal))
                .Select(path => Path.GetRelativePath(Corpus, path).Replace('\\', '/'))
                .Order(StringComparer.Ordinal));

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
