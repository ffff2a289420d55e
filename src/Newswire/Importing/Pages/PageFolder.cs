using System.Text;
using System.Text.Unicode;
using Newswire.Articles.PageImport;
using Newswire.Articles.Submissions;

namespace Newswire.Importing.Pages;

/// <summary>Articles' pages as HTML files. Files of other kinds are no pages and are not mentioned.</summary>
/// <param name="files">The files, in order.</param>
/// <param name="site">What address the folder had, for pages that do not name their own; null when nobody says.</param>
internal sealed class PageFolder(IReadOnlyList<ImportFile> files, Uri? site) : IImportSource
{
    private static readonly string[] Endings = [".html", ".htm", ".xhtml"];

    /// <summary>Whether a file is a page, by its name.</summary>
    public static bool IsPage(string name) => Array.Exists(Endings, ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    /// <inheritdoc/>
    public IAsyncEnumerable<ImportedItem> ReadAsync(CancellationToken cancellationToken) =>
        Read(cancellationToken).ToAsyncEnumerable();

    private IEnumerable<ImportedItem> Read(CancellationToken cancellationToken)
    {
        foreach (var file in files.Where(file => IsPage(file.Name)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return Item(file);
        }
    }

    private ImportedItem Item(ImportFile file)
    {
        var bytes = new byte[SubmissionLimits.MaxPageBytes + 1];
        int length;
        try
        {
            using var content = file.Open();
            length = content.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        }
        catch (InvalidDataException)
        {
            return new ImportedItem.LeftOut(file.Name, "The compressed file is damaged.");
        }

        if (length > SubmissionLimits.MaxPageBytes)
        {
            return new ImportedItem.LeftOut(file.Name, $"It has more than {SubmissionLimits.MaxPageBytes} bytes.");
        }

        var address = site is null ? null : AddressOf(file.Name);
        if (PageImporter.Import(Text(bytes.AsSpan(0, length)), address) is not ImportResult.Found { Page: var page })
        {
            return new ImportedItem.LeftOut(file.Name, "There is no article on the page.");
        }

        var submission = PageReader.SubmissionOf(page, address);
        return PageReader.IdOf(submission.Url) is { } id
            ? ArticleItem.Of(file.Name, id, submission, page.Published, page.Updated, [])
            : new ImportedItem.LeftOut(file.Name, "It does not say where readers find it. Name the address that the folder had.");
    }

    private Uri AddressOf(string name)
    {
        // A server shows the index file of a folder as the folder.
        var path = Endings.Select(ending => "index" + ending).FirstOrDefault(index => name == index || name.EndsWith("/" + index, StringComparison.Ordinal)) is { } index
            ? name[..^index.Length]
            : name;
        return new Uri(new Uri(site!.GetLeftPart(UriPartial.Path).TrimEnd('/') + "/"), string.Join('/', path.Split('/').Select(Uri.EscapeDataString)));
    }

    private static string Text(ReadOnlySpan<byte> page)
    {
        page = page.StartsWith(Encoding.UTF8.Preamble) ? page[Encoding.UTF8.Preamble.Length..] : page;
        return (Charset.Declared(page) ?? (Utf8.IsValid(page) ? Encoding.UTF8 : Charset.Western)).GetString(page);
    }
}
