using Newswire.Articles;
using Newswire.Feeds;
using Newswire.Formats.Ninjs;
using Newswire.Partners;
using Newswire.Partners.Profiles;
using Newswire.TestKit;

namespace Newswire.Tests.Partners.Profiles;

/// <summary>One rule of a profile and the smallest feed that shows it.</summary>
internal sealed record ProfileCase(string Shows, params IReadOnlyList<PartnerEntry> Entries)
{
    public static readonly DateTimeOffset Now = Some.Morning.AddDays(1);

    public IReadOnlyList<PartnerRemoval> Removals { get; init; } = [];

    public Publication Publication { get; init; } = Some.Publication();

    public string Description { get; init; } = "News from Exampleton.";

    public static PartnerEntry Entry(
        Article? article = null, string id = "harbour-bridge", DateTimeOffset? published = null, DateTimeOffset? updated = null) => new(
            "tag:news.example,2026:" + id,
            Version: 3,
            published ?? Some.Morning,
            updated ?? Some.Morning.AddMinutes(90),
            SyndicatedArticle.Of(article ?? Some.Article()));

    public static PartnerRemoval Removal(string id = "gone", NinjsEnd why = NinjsEnd.Withdrawn, Article? last = null) => new(
        "tag:news.example,2026:" + id,
        Version: 4,
        Some.Morning.AddDays(-1),
        Some.Morning.AddHours(3),
        why,
        last is null ? null : SyndicatedArticle.Of(last));

    public byte[] WriteAs(PartnerProfile profile, string extension) => PartnerProfiles.Of(profile).Write(
        Some.FeedHead(updated: Some.Morning.AddHours(3), publication: Publication) with { Description = Description },
        $"https://syndication.example/partners/daily-planet/feeds/latest.{extension}",
        Entries,
        Removals,
        extension,
        Now).Bytes.ToArray();
}
