using Newswire.Articles;

namespace Newswire.Formats;

/// <summary>
/// An article's pictures as Media RSS 1.5.1 elements, the same in RSS and in Atom. Prefix <c>media</c>.
/// </summary>
/// <remarks>
/// <para>Each picture is a <c>media:content</c> of its own: <c>media:group</c> "must only be used" for several
/// representations of one and the same content, and validators refuse a group of one.</para>
/// <para>The featured picture is told of here and as an enclosure, and is not put before the content as a figure:
/// readers that show the picture of an entry would show it twice.</para>
/// <para>The licence is a <c>media:license</c>, which says to programs what the <c>url</c> of <c>media:copyright</c> leaves open.
/// The validator of the W3C knows Media RSS without it and calls it undefined. <c>media:rights</c> says who made a picture, of
/// which we know nothing.</para>
/// </remarks>
internal static class MediaElements
{
    public static void Write(XmlMarkup xml, Entry entry)
    {
        if (entry.Article.Featured is { } featured)
        {
            xml.Markup("\n<media:thumbnail url=\""u8);
            xml.Text(featured.Url, XmlEscaping.Value);
            WriteDimensions(xml, featured);
            xml.Markup("\" />"u8);
        }

        foreach (var picture in EntryPictures.Of(entry.Article))
        {
            WriteContent(xml, picture, entry.Additions.OfPictures.GetValueOrDefault(picture.Url, []));
        }
    }

    private static void WriteContent(XmlMarkup xml, Picture picture, IReadOnlyList<ForeignElement> additions)
    {
        xml.Markup("\n<media:content url=\""u8);
        xml.Text(picture.Url, XmlEscaping.Value);
        if (picture.LengthBytes is { } lengthBytes)
        {
            xml.Markup("\" fileSize=\""u8);
            xml.Number(lengthBytes);
        }

        if (picture.Type is { } type)
        {
            xml.Markup("\" type=\""u8);
            xml.Text(type, XmlEscaping.Value);
        }

        xml.Markup("\" medium=\"image"u8);
        WriteDimensions(xml, picture);
        if (additions.Count == 0
            && picture is { Caption: null, Credits.Count: 0, Rights: null or { CopyrightNotice: null, License: null } })
        {
            xml.Markup("\" />"u8);
            return;
        }

        xml.Markup("\">"u8);
        if (picture.Caption is { } caption)
        {
            xml.Markup("\n<media:description type=\"plain\">"u8);
            xml.Text(caption);
            xml.Markup("</media:description>"u8);
        }

        // No role: a credit names a person or a house, and does not say which of the two.
        foreach (var credit in picture.Credits)
        {
            xml.Markup("\n<media:credit>"u8);
            xml.Text(credit);
            xml.Markup("</media:credit>"u8);
        }

        WriteRights(xml, picture.Rights);
        ForeignElements.Write(xml, additions);
        xml.Markup("\n</media:content>"u8);
    }

    private static void WriteRights(XmlMarkup xml, PictureRights? rights)
    {
        if (rights?.CopyrightNotice is { } notice)
        {
            xml.Markup("\n<media:copyright>"u8);
            xml.Text(notice);
            xml.Markup("</media:copyright>"u8);
        }

        if (rights?.License is { } license)
        {
            xml.Markup("\n<media:license href=\""u8);
            xml.Text(license, XmlEscaping.Value);
            xml.Markup("\" />"u8);
        }
    }

    private static void WriteDimensions(XmlMarkup xml, Picture picture)
    {
        if (picture.Width is { } width)
        {
            xml.Markup("\" width=\""u8);
            xml.Number(width);
        }

        if (picture.Height is { } height)
        {
            xml.Markup("\" height=\""u8);
            xml.Number(height);
        }
    }
}
