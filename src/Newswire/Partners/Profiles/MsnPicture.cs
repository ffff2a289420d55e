using System.Globalization;
using System.Text;
using Newswire.Articles;
using Newswire.Articles.Html;
using Newswire.Formats;

namespace Newswire.Partners.Profiles;

/// <summary>
/// A picture as MSN wants it: as <c>media:content</c> with caption, credit and rights, and in the body as an image alone
/// that says the same in attributes of MSN's own ("How to display inline media and embeds on MSN"). Where both are there
/// MSN believes the former.
/// </summary>
internal static class MsnPicture
{
    // MSN takes one credit of a picture.
    private const string BetweenCredits = " / ";

    /// <summary>The picture with its credits in one.</summary>
    public static Picture WithOneCredit(Picture picture) => picture.Credits.Count < 2
        ? picture
        : picture with { Credits = [string.Join(BetweenCredits, picture.Credits)] };

    /// <summary>What <c>media:content</c> says beside caption and credits. That a picture is here says that it may be passed on.</summary>
    public static IReadOnlyList<ForeignElement> Additions(Picture picture)
    {
        List<ForeignElement> additions = [];
        if (picture.Caption is { } caption)
        {
            additions.Add(new(Vocabulary.Media, "title", caption));
        }

        if ((picture.Alt ?? picture.Caption) is { Length: > 0 } text)
        {
            additions.Add(new(Vocabulary.Media, "text", text));
        }

        additions.Add(new(Vocabulary.Microsoft, "hasSyndicationRights", "1"));
        if (picture.Rights?.Licensor?.Name is { } licensor)
        {
            additions.Add(new(Vocabulary.Microsoft, "licensorName", licensor));
        }

        if (picture.Rights?.License is { } license)
        {
            additions.Add(new(Vocabulary.Microsoft, "licenseId", license));
        }

        return additions;
    }

    /// <summary>The image that stands in the body.</summary>
    /// <param name="image">The image as it stood there.</param>
    /// <param name="pictures">The article's pictures by address.</param>
    public static string Image(BodyTag image, IReadOnlyDictionary<string, Picture> pictures)
    {
        if (image.Value("src") is not { } address || !pictures.TryGetValue(address, out var picture))
        {
            return "";
        }

        var html = new StringBuilder("<img");
        BodyAttributes.Add(html, "src", picture.Url);
        BodyAttributes.Add(html, "alt", picture.Alt ?? "");
        BodyAttributes.Add(html, "title", picture.Caption);
        BodyAttributes.Add(html, "data-portal-copyright", picture.Credits.Count > 0 ? picture.Credits[0] : null);
        BodyAttributes.Add(html, "data-has-syndication-rights", "1");
        BodyAttributes.Add(html, "data-licensor-name", picture.Rights?.Licensor?.Name);
        BodyAttributes.Add(html, "data-license-id", picture.Rights?.License);
        BodyAttributes.Add(html, "width", picture.Width?.ToString(CultureInfo.InvariantCulture));
        BodyAttributes.Add(html, "height", picture.Height?.ToString(CultureInfo.InvariantCulture));
        return html.Append('>').ToString();
    }
}
