using System.Globalization;
using System.Text.Json;
using Newswire.Articles;

namespace Newswire.Formats.Ninjs;

/// <summary>The pictures as items that belong to the article: the featured one first, then those in the body in order.</summary>
internal static class NinjsPictures
{
    /// <param name="json">Where to write.</param>
    /// <param name="version">Whose embargo the pictures are under as well.</param>
    /// <param name="article">The article.</param>
    /// <param name="pictures">Its pictures, each once.</param>
    public static void Write(Utf8JsonWriter json, NinjsVersion version, Article article, IReadOnlyList<Picture> pictures)
    {
        if (pictures.Count == 0)
        {
            return;
        }

        json.WriteStartArray("associations"u8);
        for (var i = 0; i < pictures.Count; i++)
        {
            WritePicture(json, version, pictures[i], isFeatured: i == 0 && article.Featured is not null, number: i + 1);
        }

        json.WriteEndArray();
    }

    private static void WritePicture(Utf8JsonWriter json, NinjsVersion version, Picture picture, bool isFeatured, int number)
    {
        json.WriteStartObject();
        json.WriteString("name"u8, string.Create(CultureInfo.InvariantCulture, $"picture-{number}"));
        json.WriteString("rel"u8, isFeatured ? "featured"u8 : "body"u8);

        // The address is the only identity a picture has.
        json.WriteString("uri"u8, picture.Url);
        json.WriteString("type"u8, "picture"u8);
        NinjsItem.WriteStatus(json, version.EmbargoedUntil);
        NinjsText.WritePlain(json, "descriptions"u8, ("caption", picture.Caption), ("alt", picture.Alt));
        NinjsRights.Write(json, picture.Rights);
        WriteParties(json, picture);
        json.WriteStartArray("renditions"u8);
        json.WriteStartObject();
        json.WriteString("name"u8, "original"u8);
        json.WriteString("href"u8, picture.Url);
        json.WriteKnown("contentType"u8, picture.Type);
        json.WriteKnown("width"u8, picture.Width);
        json.WriteKnown("height"u8, picture.Height);
        json.WriteKnown("sizeInBytes"u8, picture.LengthBytes);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteParties(Utf8JsonWriter json, Picture picture)
    {
        if (picture.Credits.Count > 0)
        {
            // As the figure in the body prints them.
            json.WriteString("by"u8, string.Join(" / ", picture.Credits));
        }

        if (picture.Credits.Count == 0 && picture.Rights?.Licensor is null)
        {
            return;
        }

        json.WriteStartArray("infoSources"u8);
        foreach (var credit in picture.Credits)
        {
            NinjsOrigin.WriteSource(json, credit, "credit"u8);
        }

        if (picture.Rights?.Licensor is { } licensor)
        {
            NinjsOrigin.WriteSource(json, licensor.Name, "licensor"u8, licensor.Url);
        }

        json.WriteEndArray();
    }
}
