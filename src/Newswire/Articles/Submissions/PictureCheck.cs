using System.Text.RegularExpressions;
using Newswire.Json;

namespace Newswire.Articles.Submissions;

/// <summary>Cleans and checks what was sent of a picture.</summary>
/// <param name="baseUrl">Where relative addresses start.</param>
/// <param name="text">Makes plain text.</param>
/// <param name="faults">Where faults are added.</param>
internal sealed partial class PictureCheck(Uri baseUrl, SentText text, List<Fault> faults)
{
    private const RegexOptions LinearTime =
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private readonly SentAddress address = new(baseUrl, faults);

    /// <summary>The picture, cleaned.</summary>
    public Picture Check(string pointer, Picture picture)
    {
        var url = address.Resolve(pointer + "/url", picture.Url) ?? "";
        if (picture.LengthBytes < 1)
        {
            Add(pointer + "/lengthBytes", "Must be the size of the file in bytes, 1 or more; leave it out when it is not known.");
        }

        var type = picture.Type?.Trim().ToLowerInvariant();
        if (type is { Length: > 0 } && !ImageType().IsMatch(type))
        {
            Add(pointer + "/type", "Must be the media type of an image, such as image/jpeg.");
        }

        return picture with
        {
            Url = url,
            Type = type is { Length: > 0 } ? type : null,
            Caption = text.Line(pointer + "/caption", picture.Caption, SubmissionLimits.MaxText),
            Alt = text.Line(pointer + "/alt", picture.Alt, SubmissionLimits.MaxText),
            Credits = text.Names(
                pointer + "/credits", picture.Credits, SubmissionLimits.MaxCredits, SubmissionLimits.MaxName),
            Rights = picture.Rights is { } rights ? Rights(pointer + "/rights", rights, url) : null,
        };
    }

    private PictureRights? Rights(string pointer, PictureRights rights, string pictureUrl)
    {
        var cleaned = rights with
        {
            CopyrightNotice = text.Line(pointer + "/copyrightNotice", rights.CopyrightNotice, SubmissionLimits.MaxText),
            Licensor = rights.Licensor is { } licensor ? Licensor(pointer + "/licensor", licensor) : null,
            License = rights.License is { } license ? address.Resolve(pointer + "/license", license) : null,
            UsageTerms = text.Line(pointer + "/usageTerms", rights.UsageTerms, SubmissionLimits.MaxText),
            Rendition = rights.Rendition is { } rendition ? Rendition(pointer + "/rendition", rendition, pictureUrl) : null,
        };
        if (rights is { Rendition: not null, Syndicate: null })
        {
            Add(pointer + "/syndicate", "Is missing: say whether the picture itself may be passed on; the rendition takes its place when it may not.");
        }

        return cleaned == new PictureRights() ? null : cleaned;
    }

    private Licensor? Licensor(string pointer, Licensor licensor)
    {
        var name = text.Line(pointer + "/name", licensor.Name, SubmissionLimits.MaxName);
        var url = licensor.Url is null ? null : address.Resolve(pointer + "/url", licensor.Url);
        if (name is null && licensor.Url is null)
        {
            Add(pointer, "Has neither name nor url.");
        }

        return new Licensor(name, url);
    }

    private Picture Rendition(string pointer, Picture rendition, string pictureUrl)
    {
        var cleaned = Check(pointer, rendition);
        if (cleaned.Url.Length > 0 && cleaned.Url.Split('#')[0] == pictureUrl.Split('#')[0])
        {
            Add(pointer + "/url", "Must be another address than the picture's: it is what others get in its place.");
        }

        if (rendition.Rights?.Syndicate == false)
        {
            Add(pointer + "/rights/syndicate", "Must not be false: a rendition is what may be passed on.");
        }

        return cleaned.Rights is { } rights
            ? cleaned with { Rights = rights with { Syndicate = null } is var rest && rest == new PictureRights() ? null : rest }
            : cleaned;
    }

    private void Add(string pointer, string detail) => faults.Add(new Fault(pointer, detail));

    [GeneratedRegex("^image/[a-z0-9][a-z0-9.+-]{0,60}$", LinearTime)]
    private static partial Regex ImageType();
}
