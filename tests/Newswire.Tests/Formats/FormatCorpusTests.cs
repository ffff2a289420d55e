using System.Runtime.CompilerServices;
using System.Text;

namespace Newswire.Tests.Formats;

public sealed class FormatCorpusTests
{
    private static readonly string Corpus = Path.Combine(Here(), "..", "Corpus", "formats");

    public static TheoryData<string> Cases => [.. FormatCases.All.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_document_is_byte_for_byte_what_its_rule_expects(string file)
    {
        var expectedPath = Path.GetFullPath(Path.Combine(Corpus, file));
        var receivedPath = Path.ChangeExtension(expectedPath, ".received" + Path.GetExtension(file));
        var received = Received(FormatCases.All[file], Path.GetExtension(file)[1..]);

        Directory.CreateDirectory(Path.GetDirectoryName(receivedPath)!);
        File.Delete(receivedPath);
        if (File.Exists(expectedPath) && File.ReadAllBytes(expectedPath).AsSpan().SequenceEqual(received))
        {
            return;
        }

        File.WriteAllBytes(receivedPath, received);
        Assert.Fail($"Received {receivedPath}{Environment.NewLine}expected {expectedPath}");
    }

    [Fact]
    public void Every_file_of_the_corpus_belongs_to_a_case() =>
        Assert.Equal(
            FormatCases.All.Keys.Order(StringComparer.Ordinal),
            Directory.EnumerateFiles(Corpus, "*", SearchOption.AllDirectories)
                .Where(path => !path.Contains(".received.", StringComparison.Ordinal))
                .Select(path => Path.GetRelativePath(Corpus, path).Replace('\\', '/'))
                .Order(StringComparer.Ordinal));

    // A file of the corpus says what it shows in a comment under the XML declaration; of JSON, which has no comments,
    // the file's name says it.
    private static byte[] Received(FormatCase shown, string extension)
    {
        var document = shown.WriteAs(extension);
        if (extension == "json")
        {
            return document;
        }

        var declarationEnd = document.AsSpan().IndexOf("?>"u8) + 2;
        return
        [
            .. document.AsSpan(0, declarationEnd),
            .. Encoding.UTF8.GetBytes($"\n<!-- {shown.Shows} -->"),
            .. document.AsSpan(declarationEnd),
        ];
    }

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
