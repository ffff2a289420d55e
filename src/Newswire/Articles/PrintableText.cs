using Newswire.Articles.Html;

namespace Newswire.Articles;

/// <summary>
/// The promise of <see cref="Article"/> that every string is there and can stand in an XML document, checked for
/// articles that were not made by the cleaning, but read from storage.
/// </summary>
internal static class PrintableText
{
    public static bool IsPrintable(this Article article) =>
        Texts([article.Headline, article.Body, article.Url])
        && OptionalTexts([article.Standfirst, article.Language, article.Section, article.Correction, article.Rights, article.License])
        && article.Authors.All(author => author is not null && Texts([author.Name]) && OptionalTexts([author.Url]))
        && article.Topics.All(topic => topic is not null && Texts([topic.Name]))
        && article.Pictures.All(IsPrintable)
        && (article.Featured is null || IsPrintable(article.Featured));

    private static bool IsPrintable(Picture? picture) =>
        picture is not null
        && Texts([picture.Url, .. picture.Credits])
        && OptionalTexts([picture.Type, picture.Caption, picture.Alt])
        && (picture.Rights is null || IsPrintable(picture.Rights));

    private static bool IsPrintable(PictureRights rights) =>
        OptionalTexts([rights.CopyrightNotice, rights.License, rights.UsageTerms, rights.Licensor?.Name, rights.Licensor?.Url])
        && Texts([.. rights.AlsoAt ?? []])
        && (rights.Rendition is null || IsPrintable(rights.Rendition));

    /// <summary>Whether all are there and can stand in an XML document.</summary>
    public static bool Texts(ReadOnlySpan<string?> texts)
    {
        foreach (var text in texts)
        {
            if (text is null || !XmlText.IsClean(text))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether those that are there can stand in an XML document.</summary>
    public static bool OptionalTexts(ReadOnlySpan<string?> texts)
    {
        foreach (var text in texts)
        {
            if (text is not null && !XmlText.IsClean(text))
            {
                return false;
            }
        }

        return true;
    }
}
