using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Newswire.Articles;
using Newswire.Feeds;

namespace Newswire.Http;

/// <summary>Reads the publication from configuration and refuses what documents could not be made with.</summary>
internal static partial class PublicationSettings
{
    private const string Section = "Publication";

    /// <exception cref="InvalidOperationException">A setting is not usable; the message names it.</exception>
    public static Publication Read(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        var publication = section.Get<Publication>() ?? new Publication();
        section.Demand(
            IsWebAddress(publication.BaseUrl) && publication.BaseUrl.AsSpan().IndexOfAny('?', '#') < 0,
            "BaseUrl",
            "an absolute http or https address without query or fragment");
        section.Demand(publication.SiteUrl is null || IsWebAddress(publication.SiteUrl), "SiteUrl", "an absolute http or https address");
        section.Demand(publication.LogoUrl is null || IsWebAddress(publication.LogoUrl), "LogoUrl", "an absolute http or https address");
        section.Demand(publication.LicenceUrl is null || IsWebAddress(publication.LicenceUrl), "LicenceUrl", "an absolute http or https address");
        section.Demand(LanguageTag.IsWellFormed(publication.Language), "Language", "a language tag of RFC 5646, such as en-GB");
        section.Demand(TagAuthority().IsMatch(publication.TagAuthority), "TagAuthority", "domain,date as in news.example,2026 (RFC 4151)");
        foreach (var (index, hub) in publication.OutsideHubs.Index())
        {
            section.Demand(IsWebAddress(hub), $"OutsideHubs:{index}", "an absolute http or https address");
        }

        section.Demand(publication.MaxEntries is >= 1 and <= 1000, "MaxEntries", "from 1 to 1000");
        section.Demand(publication.MinEntries >= 1 && publication.MinEntries <= publication.MaxEntries, "MinEntries", "from 1 to MaxEntries");
        section.Demand(publication.MinHours is >= 0 and <= 720, "MinHours", "from 0 to 720");
        section.Demand(publication.TombstoneDays is >= 0 and <= 365, "TombstoneDays", "from 0 to 365");
        section.Demand(!string.IsNullOrWhiteSpace(publication.Title), "Title", "a name");
        section.Demand(!string.IsNullOrWhiteSpace(publication.Description), "Description", "a sentence");
        return publication;
    }

    private static bool IsWebAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";

    [GeneratedRegex("^[a-z0-9.@_-]+,[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex TagAuthority();
}
