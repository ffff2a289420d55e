using Newswire.CommandLine.Importing;

namespace Newswire.CommandLine.Tests.Importing;

public sealed class ImportFolderTests : IDisposable
{
    private readonly ScratchFolder files = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_written_down_is_there_for_the_next_run()
    {
        var journal = new Journal("feed a.xml", "https://news.example/", 7, "abc", 12, new ImportTally(4, 1, 1, 1));
        var folder = new ImportFolder(files["a.import"]);
        Assert.Null(await folder.ReadAsync(Token));

        await folder.CutReportAsync(0, Token);
        await folder.AppendReportAsync("first\n"u8.ToArray(), Token);
        await folder.SaveAsync(journal, Token);
        await folder.AppendReportAsync("second\n"u8.ToArray(), Token);

        var next = new ImportFolder(files["a.import"]);
        Assert.Equal(journal, await next.ReadAsync(Token));
        await next.CutReportAsync(6, Token);
        Assert.Equal("first\n", await File.ReadAllTextAsync(next.ReportPath, Token));
    }

    [Fact]
    public async Task A_journal_that_cannot_be_read_is_none()
    {
        Directory.CreateDirectory(files["a.import"]);
        files.Write("a.import/import.json", "{\"source\":");

        Assert.Null(await new ImportFolder(files["a.import"]).ReadAsync(Token));
    }

    [Fact]
    public void It_lies_beside_the_source_and_for_an_address_in_the_current_folder()
    {
        Assert.Equal(files["export.xml"] + ".import", ImportFolder.Beside(files["export.xml"]));
        Assert.Equal(files["pages"] + ".import", ImportFolder.Beside(files["pages"] + Path.DirectorySeparatorChar));
        Assert.Equal("news-example-feeds-all-rss.import", ImportFolder.Beside("https://news.example/feeds/all.rss?x=1"));
    }

    public void Dispose() => files.Dispose();
}
