using System.Text.Json;

namespace Newswire.Articles.Submissions;

/// <summary>Reads the JSON model of an article: types are checked here, values by <see cref="SubmissionCheck"/>.</summary>
internal static class SubmissionJson
{
    public static Submission Read(JsonMembers members, List<Fault> faults)
    {
        return new Submission
        {
            Headline = members.Text("headline"),
            Standfirst = members.Text("standfirst"),
            Body = members.Text("body"),
            Url = members.Text("url"),
            Published = members.Text("published"),
            Updated = members.Text("updated"),
            Version = members.Integer("version"),
            Language = members.Text("language"),
            Rights = members.Text("rights"),
            Authors = members.List("authors", Author),
            Topics = members.List("topics", Text),
            FeaturedPicture = members.Object("featuredPicture", Picture),
            Pictures = members.List("pictures", (item, pointer) => Object(item, pointer, Picture)),
        };

        Author? Author(JsonElement item, string pointer)
        {
            if (item.ValueKind == JsonValueKind.String)
            {
                return new Author(JsonText.Read(item));
            }

            return Object(item, pointer, (element, at) =>
            {
                var author = new JsonMembers(element, at, faults);
                var read = new Author(author.Text("name") ?? "", author.Text("url"));
                members.AddLeftOf(author);
                return read;
            });
        }

        Picture? Picture(JsonElement element, string pointer)
        {
            var picture = new JsonMembers(element, pointer, faults);
            var read = new Picture
            {
                Url = picture.Text("url") ?? "",
                Width = Pixels(picture, "width", pointer),
                Height = Pixels(picture, "height", pointer),
                Type = picture.Text("type"),
                LengthBytes = picture.Integer("lengthBytes"),
                Caption = picture.Text("caption"),
                Alt = picture.Text("alt"),
                Credits = picture.List("credits", Text),
            };
            members.AddLeftOf(picture);
            return read;
        }

        int? Pixels(JsonMembers picture, string name, string pointer)
        {
            if (picture.Integer(name) is not { } pixels)
            {
                return null;
            }

            if (pixels is > 0 and <= SubmissionLimits.MaxPixels)
            {
                return (int)pixels;
            }

            faults.Add(new Fault($"{pointer}/{name}", $"Must be from 1 to {SubmissionLimits.MaxPixels} pixels."));
            return null;
        }

        string? Text(JsonElement item, string pointer)
        {
            if (item.ValueKind == JsonValueKind.String)
            {
                return JsonText.Read(item);
            }

            faults.Add(new Fault(pointer, "Must be a string.", FaultKind.Type));
            return null;
        }

        T? Object<T>(JsonElement item, string pointer, Func<JsonElement, string, T?> read)
            where T : class
        {
            if (item.ValueKind == JsonValueKind.Object)
            {
                return read(item, pointer);
            }

            faults.Add(new Fault(pointer, "Must be an object.", FaultKind.Type));
            return null;
        }
    }
}
