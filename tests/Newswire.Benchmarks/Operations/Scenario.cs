using System.Globalization;
using Newswire.Catalog;
using Newswire.Feeds;
using Newswire.TestKit;

namespace Newswire.Benchmarks.Operations;

/// <summary>A kind of change whose cost is measured.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Change">The change; null when only the time comes for one accepted before.</param>
internal sealed record Scenario(string Name, Func<Archive, Change?> Change)
{
    /// <summary>Articles that are edited, withdrawn or repeated: in the subscription document, and behind it.</summary>
    private const int InWindow = 20, BehindWindow = 60;

    private static readonly DateTimeOffset Now = Some.Morning.AddMinutes(1);
    private static readonly DateTimeOffset Release = Now.AddMinutes(1);

    /// <summary>As many articles as the newest page lacks to make a subscription document by itself, but one; an hour apart.</summary>
    private static readonly IReadOnlyList<Change> Filling =
    [
        .. Enumerable.Range(1, PageBoundary.MeanEntries - 1).Select(hour => New(
            Some.Morning.AddHours(hour), string.Create(CultureInfo.InvariantCulture, $"filling-{hour}"))),
    ];

    /// <summary>The moment at which it is measured.</summary>
    public DateTimeOffset At { get; init; } = Now;

    /// <summary>Whether it makes sense only where more pages are in the archive than the smallest one has.</summary>
    public bool NeedsPages { get; init; }

    /// <summary>Changes that lead to it and are not measured.</summary>
    public IReadOnlyList<Change> Before { get; init; } = [];

    /// <summary>A change that every trial begins with.</summary>
    public static Change First => New(Some.Morning.AddSeconds(1), "first");

    public static Scenario PublishNewest { get; } = new("publish the newest", _ => New(Now, "newest"));

    public static IReadOnlyList<Scenario> All { get; } =
    [
        PublishNewest,
        new("publish one that begins a page", _ => New(Now, "beginning", beginsPage: true)),
        new("publish one that moves a page into the archive", _ => New(Some.Morning.AddHours(PageBoundary.MeanEntries), "moving"))
        {
            Before = Filling,
            At = Some.Morning.AddHours(PageBoundary.MeanEntries),
        },
        new("publish one into the middle", archive => New(Archive.Published(archive.Middle).AddSeconds(1), "middle"))
        {
            NeedsPages = true,
        },
        new("publish one that splits a page in the middle", archive =>
            New(Archive.Published(archive.Middle + (PageBoundary.MeanEntries / 2)).AddSeconds(1), "splitting", beginsPage: true))
        {
            NeedsPages = true,
        },
        new("release one from embargo", _ => null) { Before = [Embargoed()], At = Release },
        new("edit one in the window", _ => Edit(InWindow)),
        new("edit one in the window silently", _ => Edit(InWindow) with { Silent = true }),
        new("edit one behind the window", _ => Edit(BehindWindow)),
        new("edit one in the middle", archive => Edit(archive.Middle)) { NeedsPages = true },
        new("repeat one unchanged", _ => Publish(Archive.Key(InWindow), InWindow, version: 1, Archive.Published(InWindow))),
        new("withdraw one in the window", _ => Some.Withdraw(Archive.Id(InWindow), received: Now)) { Before = [New(Now, "spare")] },
        new("withdraw one for which a page comes back from the archive", _ => Some.Withdraw(Archive.Id(InWindow), received: Now))
        {
            NeedsPages = true,
        },
        new("withdraw one in the middle", archive => Some.Withdraw(Archive.Id(archive.Middle), received: Now))
        {
            NeedsPages = true,
        },
    ];

    private static Change.Publish New(DateTimeOffset published, string prefix, bool beginsPage = false) => Publish(
        Archive.Key(published, prefix, beginsPage), number: 0, version: 1, published > Now ? published : Now);

    private static Change.Publish Embargoed() =>
        Publish(Archive.Key(Release, "embargoed", beginsPage: false), number: 0, version: 1, Now) with { Embargo = Release };

    private static Change.Publish Edit(int number) => Publish(Archive.Key(number), number, version: 2, Now);

    private static Change.Publish Publish(EntryKey key, int number, long version, DateTimeOffset received) => Some.Publish(
        key.Id,
        version,
        published: key.Published,
        received: received,
        article: Archive.Article(number) with
        {
            Headline = string.Create(CultureInfo.InvariantCulture, $"{Archive.Article(number).Headline}{(version > 1 ? ", corrected" : "")}"),
        });
}
