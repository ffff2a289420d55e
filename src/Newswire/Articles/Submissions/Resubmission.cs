using System.Globalization;
using Newswire.Articles.Html;
using Newswire.Catalog;

namespace Newswire.Articles.Submissions;

/// <summary>
/// A change in the form in which a newsroom would send it, so that checking it gives the same change again. Texts that were
/// made plain are written so that nothing in them is taken for markup.
/// </summary>
internal static class Resubmission
{
    public static Submission Of(Change.Publish change)
    {
        var article = change.Article;
        return new Submission
        {
            Headline = PlainText.AsSent(article.Headline),
            Standfirst = PlainText.AsSent(article.Standfirst),
            Body = article.Body,
            Url = article.Url,
            Published = Text(change.Published),
            Updated = Text(change.Updated),
            Version = change.Version,
            Language = article.Language,
            Embargo = Text(change.Embargo),
            Expires = Text(change.Expires),
            Silent = change.Silent,
            Priority = change.Priority.ToString(),
            Notify = change.Notify,
            Section = PlainText.AsSent(article.Section),
            Correction = PlainText.AsSent(article.Correction),
            Rights = PlainText.AsSent(article.Rights),
            License = article.License,
            Authors = [.. article.Authors.Select(author => author with { Name = PlainText.AsSent(author.Name) })],
            Topics = [.. article.Topics.Select(topic => PlainText.AsSent(topic.Name))],
            FeaturedPicture = article.Featured is { } featured ? Of(featured) : null,
            Pictures = [.. article.Pictures.Select(Of)],
        };
    }

    private static Picture Of(Picture picture) => picture with
    {
        Caption = PlainText.AsSent(picture.Caption),
        Alt = PlainText.AsSent(picture.Alt),
        Credits = [.. picture.Credits.Select(credit => PlainText.AsSent(credit))],
        Rights = picture.Rights is { } rights ? Of(rights) : null,
    };

    private static PictureRights Of(PictureRights rights) => rights with
    {
        CopyrightNotice = PlainText.AsSent(rights.CopyrightNotice),
        Licensor = rights.Licensor is { } licensor ? licensor with { Name = PlainText.AsSent(licensor.Name) } : null,
        UsageTerms = PlainText.AsSent(rights.UsageTerms),
        Rendition = rights.Rendition is { } rendition ? Of(rendition) : null,
    };

    private static string? Text(DateTimeOffset? date) => date?.ToString("O", CultureInfo.InvariantCulture);
}
