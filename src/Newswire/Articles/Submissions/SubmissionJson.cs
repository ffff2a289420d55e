using System.Text.Json;
using Newswire.Json;

namespace Newswire.Articles.Submissions;

/// <summary>Reads the JSON model of an article: types are checked here, values by <see cref="SubmissionCheck"/>.</summary>
internal static class SubmissionJson
{
    public static Submission Read(JsonMembers members, List<Fault> faults)
    {
        var pictures = new PictureJson(faults);
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
            Embargo = members.Text("embargo"),
            Expires = members.Text("expires"),
            Silent = members.Flag("silent") ?? false,
            Priority = members.Text("priority"),
            Notify = members.Flag("notify"),
            Section = members.Text("section"),
            Correction = members.Text("correction"),
            Rights = members.Text("rights"),
            License = members.Text("license"),
            Authors = members.List("authors", Author),
            Topics = members.Texts("topics"),
            FeaturedPicture = members.Object("featuredPicture", pictures.Read),
            Pictures = members.Objects("pictures", pictures.Read),
        };

        Author? Author(JsonElement item, string pointer)
        {
            if (item.ValueKind == JsonValueKind.String)
            {
                return new Author(JsonText.Read(item));
            }

            return members.Object(item, pointer, (author, _) => new Author(author.Text("name") ?? "", author.Text("url")));
        }
    }
}
