using Newswire.Json;

namespace Newswire.Articles.Submissions;

/// <summary>Reads the JSON model of a picture: types are checked here, values by <see cref="PictureCheck"/>.</summary>
internal sealed class PictureJson(List<Fault> faults)
{
    public Picture Read(JsonMembers picture, string pointer) => ReadAlone(picture, pointer) with
    {
        Rights = picture.Object("rights", ReadRights),
    };

    private Picture ReadAlone(JsonMembers picture, string pointer) => new()
    {
        Url = picture.Text("url") ?? "",
        Width = Pixels(picture, "width", pointer),
        Height = Pixels(picture, "height", pointer),
        Type = picture.Text("type"),
        LengthBytes = picture.Integer("lengthBytes"),
        Caption = picture.Text("caption"),
        Alt = picture.Text("alt"),
        Credits = picture.Texts("credits"),
    };

    private PictureRights ReadRights(JsonMembers rights, string pointer) => ReadTerms(rights) with
    {
        Rendition = rights.Object("rendition", ReadRendition),
    };

    private static PictureRights ReadTerms(JsonMembers rights) => new()
    {
        CopyrightNotice = rights.Text("copyrightNotice"),
        Licensor = rights.Object("licensor", (licensor, _) => new Licensor(licensor.Text("name"), licensor.Text("url"))),
        License = rights.Text("license"),
        UsageTerms = rights.Text("usageTerms"),
        Syndicate = rights.Flag("syndicate"),
    };

    // One level: what stands in place of a picture has nothing in its own place, and a rendition in it is left over.
    private Picture ReadRendition(JsonMembers rendition, string pointer) => ReadAlone(rendition, pointer) with
    {
        Rights = rendition.Object("rights", (rights, _) => ReadTerms(rights)),
    };

    private int? Pixels(JsonMembers picture, string name, string pointer)
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
}
