using System.Text;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Newswire.Articles.PageImport;
using Newswire.Articles.PictureFacts;
using Newswire.Articles.Submissions;
using Newswire.Catalog;

namespace Newswire.Http.Ingest;

/// <summary>Articles from their published pages, for a CMS that cannot send JSON. Needs a publisher key.</summary>
public sealed class PagesApi
{
    private static readonly string[] HtmlTypes = ["text/html", "application/xhtml+xml"];

    private readonly PublisherDoor door;
    private readonly PictureFinder pictures;
    private readonly Intake intake;
    private readonly ChangeAnswers answers;

    internal PagesApi(PublisherDoor door, PictureFinder pictures, Intake intake, ChangeAnswers answers) =>
        (this.door, this.pictures, this.intake, this.answers) = (door, pictures, intake, answers);

    /// <summary>
    /// <c>POST /api/pages</c>: extracts the article and publishes it. <c>?id=</c> names the article (without it the id
    /// is made of the canonical URL), <c>?url=</c> says where the page was. The answer shows what was found.
    /// </summary>
    public Task<IResult> PostAsync(HttpRequest request) => door.EnterToPublishAsync(request, async cancellationToken =>
    {
        var (content, problem) = await RequestContent.ReadAsync(
            request, "A page", SubmissionLimits.MaxPageBytes, HtmlTypes, cancellationToken, utf8Only: false);
        if (content is null)
        {
            return problem!.ToResult();
        }

        string? id = request.Query["id"];
        string? url = request.Query["url"];
        Uri? address = null;
        if (url is not null && (!Uri.TryCreate(url, UriKind.Absolute, out address) || address.Scheme is not ("http" or "https")))
        {
            return Problem.BadParameter("url", "an absolute http or https address").ToResult();
        }

        var sent = PageReader.Read(Text(content), address, id, intake.Stamp());
        var completed = await pictures.CompleteAsync(sent, cancellationToken);
        return await answers.AcceptAsync(request, completed, cancellationToken, showArticle: true);
    });

    /// <summary>
    /// By the charset of the request, or that of the page's own declaration; without either as UTF-8, or, where that
    /// cannot be, as browsers read it.
    /// </summary>
    private static string Text(RequestContent content)
    {
        var bytes = content.Bytes.Span;
        var encoding = content.Charset
            ?? Charset.Declared(bytes)
            ?? (Utf8.IsValid(bytes) ? Encoding.UTF8 : Charset.Western);
        return encoding.GetString(bytes);
    }
}
