using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Newswire.Articles;
using Newswire.Articles.Submissions;

namespace Newswire.Importing;

/// <summary>Writes a submission as the JSON it would be sent as: the same submission, the same bytes.</summary>
internal static class SubmissionWriter
{
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The JSON object that <c>PUT /api/articles/{id}</c> takes.</summary>
    public static ReadOnlyMemory<byte> Write(string id, Submission submission)
    {
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json, Relaxed))
        {
            writer.WriteStartObject();
            Text(writer, "id", id);
            Text(writer, "url", submission.Url);
            if (submission.Version is { } version)
            {
                writer.WriteNumber("version", version);
            }

            Text(writer, "published", submission.Published);
            Text(writer, "updated", submission.Updated);
            Text(writer, "language", submission.Language);
            Text(writer, "headline", submission.Headline);
            Text(writer, "standfirst", submission.Standfirst);
            List(writer, "authors", submission.Authors, Author);
            List(writer, "topics", submission.Topics, static (writer, topic) => writer.WriteStringValue(topic));
            Text(writer, "section", submission.Section);
            if (submission.FeaturedPicture is { } featured)
            {
                writer.WritePropertyName("featuredPicture");
                Picture(writer, featured);
            }

            Text(writer, "body", submission.Body);
            List(writer, "pictures", submission.Pictures, Picture);
            Text(writer, "correction", submission.Correction);
            Text(writer, "rights", submission.Rights);
            Text(writer, "license", submission.License);
            writer.WriteEndObject();
        }

        return json.WrittenMemory;
    }

    private static void Author(Utf8JsonWriter writer, Author author)
    {
        writer.WriteStartObject();
        Text(writer, "name", author.Name);
        Text(writer, "url", author.Url);
        writer.WriteEndObject();
    }

    private static void Picture(Utf8JsonWriter writer, Picture picture)
    {
        writer.WriteStartObject();
        Text(writer, "url", picture.Url);
        Number(writer, "width", picture.Width);
        Number(writer, "height", picture.Height);
        Text(writer, "type", picture.Type);
        Number(writer, "lengthBytes", picture.LengthBytes);
        Text(writer, "caption", picture.Caption);
        Text(writer, "alt", picture.Alt);
        List(writer, "credits", picture.Credits, static (writer, credit) => writer.WriteStringValue(credit));
        if (picture.Rights is { } rights)
        {
            writer.WritePropertyName("rights");
            Rights(writer, rights);
        }

        writer.WriteEndObject();
    }

    private static void Rights(Utf8JsonWriter writer, PictureRights rights)
    {
        writer.WriteStartObject();
        Text(writer, "copyrightNotice", rights.CopyrightNotice);
        if (rights.Licensor is { } licensor)
        {
            writer.WriteStartObject("licensor");
            Text(writer, "name", licensor.Name);
            Text(writer, "url", licensor.Url);
            writer.WriteEndObject();
        }

        Text(writer, "license", rights.License);
        Text(writer, "usageTerms", rights.UsageTerms);
        writer.WriteEndObject();
    }

    private static void Text(Utf8JsonWriter writer, string name, string? text)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            writer.WriteString(name, text);
        }
    }

    private static void Number(Utf8JsonWriter writer, string name, long? number)
    {
        if (number is not null)
        {
            writer.WriteNumber(name, number.Value);
        }
    }

    private static void List<T>(Utf8JsonWriter writer, string name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        if (items.Count == 0)
        {
            return;
        }

        writer.WriteStartArray(name);
        foreach (var item in items)
        {
            write(writer, item);
        }

        writer.WriteEndArray();
    }
}
