using Newswire.Catalog;
using Newswire.Feeds;
using Newswire.TestKit;

namespace Newswire.Benchmarks.Operations;

/// <summary>A kind of change whose cost is measured.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="NeedsPages">Whether it makes sense only where the middle of the archive is not among its newest.</param>
/// <param name="Change">The change; told apart by a prefix, because each is done to the same archive twice.</param>
internal sealed record Scenario(string Name, bool NeedsPages, Func<StoredArchive, string, Change> Change)
{
    /// <summary>Articles that are edited, withdrawn or repeated: in the window readers see, and behind it.</summary>
    private const int InWindow = 20, BehindWindow = 80;

    public static readonly IReadOnlyList<Scenario> All =
    [
        new("publish the newest", false, (_, prefix) => New(0, prefix + "-newest", beginsPage: false)),
        new("publish one that begins a page", false, (_, prefix) => New(0, prefix + "-boundary", beginsPage: true)),
        new("publish one into the middle", true, (archive, prefix) => New(archive.Middle, prefix + "-middle", beginsPage: false)),
        new("edit one in the window", false, (_, prefix) => Edit(InWindow, prefix)),
        new("edit one behind the window", false, (_, prefix) => Edit(BehindWindow, prefix)),
        new("edit one in the middle", true, (archive, prefix) => Edit(archive.Middle, prefix)),
        new("repeat one unchanged", false, (_, _) => Publish(Archive.Key(InWindow + 1), InWindow + 1, "", version: 1)),
        new("withdraw one in the window", false, (_, prefix) => Some.Withdraw(
            Archive.Id(InWindow + prefix.Length), received: Some.Morning.AddHours(1))),
    ];

    private static Change.Publish New(int beside, string prefix, bool beginsPage) =>
        Publish(Archive.Beside(beside, prefix, beginsPage), beside, prefix, version: 1);

    private static Change.Publish Edit(int number, string prefix) =>
        Publish(Archive.Key(number), number, prefix, version: 1 + prefix.Length);

    private static Change.Publish Publish(EntryKey key, int article, string addition, long version) => Some.Publish(
        key.Id,
        version,
        published: key.Published,
        received: key.Published.AddSeconds(version - 1),
        article: Archive.Article(article) with { Headline = Archive.Article(article).Headline + addition });
}
