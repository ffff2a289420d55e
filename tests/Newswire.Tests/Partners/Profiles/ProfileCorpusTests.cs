using System.Runtime.CompilerServices;
using System.Text;
using Newswire.Partners;

namespace Newswire.Tests.Partners.Profiles;

public sealed class ProfileCorpusTests
{
    private static readonly string Corpus = Path.GetFullPath(Path.Combine(Here(), "..", "..", "Corpus", "profiles"));

    public static TheoryData<string> Cases => [.. ProfileCases.All.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_document_is_byte_for_byte_what_its_rule_expects(string file)
    {
        var expectedPath = Path.Combine(Corpus, file);
        var receivedPath = Path.ChangeExtension(expectedPath, ".received" + Path.GetExtension(file));
        var received = Received(file);

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
            ProfileCases.All.Keys.Order(StringComparer.Ordinal),
            Directory.EnumerateFiles(Corpus, "*", SearchOption.AllDirectories)
                .Where(path => !path.Contains(".received.", StringComparison.Ordinal))
                .Select(path => Path.GetRelativePath(Corpus, path).Replace('\\', '/'))
                .Order(StringComparer.Ordinal));

    // A file of XML says what it shows in a comment under the declaration; of JSON, which has no comments, the file's name
    // says it.
    private static byte[] Received(string file)
    {
        var shown = ProfileCases.All[file];
        var document = shown.WriteAs(Enum.Parse<PartnerProfile>(file.Split('/')[0], ignoreCase: true), Path.GetExtension(file)[1..]);
        if (Path.GetExtension(file) is not (".rss" or ".atom"))
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
