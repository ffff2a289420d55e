using Newswire.Projection;
using Newswire.Projection.Generations;
using Newswire.Storage;
using Newswire.TestKit;
using Newswire.TestKit.Faults;

namespace Newswire.Tests.Projection.Generations;

public sealed class VerificationTests
{
    private readonly Newsroom newsroom = new();

    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task Documents_that_are_as_the_catalog_says_have_no_differences()
    {
        await LiveAsync();

        var last = await VerifyAsync();

        Assert.Equal((BuildEnd.Verified, 0), (last.End, last.Differences.Count));
        Assert.Equal(1, (await RecordAsync()).Served);
    }

    [Fact]
    public async Task Every_document_that_is_not_is_named_with_what_is_wrong()
    {
        await LiveAsync();
        await DeleteAsync("feeds/latest.rss");
        await RewriteAsync("feeds/topics/a.atom", stored => stored.Content.ToArray().Reverse().ToArray());
        await RewriteAsync("feeds/topics/b.json", stored => stored.Content, new DocumentFacts("another", newsroom.Time.GetUtcNow()));
        await RewriteAsync("opml.xml", stored => stored.Content, type: "text/plain");
        await newsroom.Objects.WriteAsync(new ObjectPath(Containers.Public, "feeds/nobody.rss"), new ObjectContent("x"u8.ToArray(), "text/plain"), null, None);

        var last = await VerifyAsync();

        Assert.Equal(
            [
                new Difference("feeds/latest.rss", DifferenceKind.Missing),
                new Difference("feeds/nobody.rss", DifferenceKind.Unexpected),
                new Difference("feeds/topics/a.atom", DifferenceKind.Different),
                new Difference("feeds/topics/b.json", DifferenceKind.Different),
                new Difference("opml.xml", DifferenceKind.Different),
            ],
            last.Differences);
    }

    [Fact]
    public async Task What_passes_write_meanwhile_is_no_difference()
    {
        foreach (var operation in Enumerable.Range(1, await OperationsAsync()))
        {
            var fresh = new VerificationTests();
            await fresh.LiveAsync();
            var plan = FaultPlan.PauseBefore(operation);
            await fresh.newsroom.Rebuild(FaultPlan.Count()).BeginAsync(BuildPurpose.Verify, None);
            var verifying = fresh.newsroom.Rebuild(plan).BuildAsync(TimeSpan.MaxValue, None);
            await plan.Paused;

            // A pass that finds its lease taken waits; so does one here.
            if (plan.Operations.Count(name => name == "acquire projection") == plan.Operations.Count(name => name == "release projection"))
            {
                await fresh.newsroom.AppendAsync(Some.Publish($"new-{operation}", article: Some.Article("New", topics: ["A", "C"])), Some.Withdraw("one"));
                await Newsroom.RunToTheEndAsync(fresh.newsroom.Process());
            }

            plan.Resume();
            await verifying;
            await fresh.newsroom.Rebuild(FaultPlan.Count()).BuildAsync(TimeSpan.MaxValue, None);

            var last = (await fresh.RecordAsync()).Last!;
            Assert.Equal((BuildEnd.Verified, ""), (last.End, string.Join(", ", last.Differences)));
        }
    }

    private async Task<int> OperationsAsync()
    {
        await LiveAsync();
        await newsroom.Rebuild(FaultPlan.Count()).BeginAsync(BuildPurpose.Verify, None);
        var counted = FaultPlan.Count();
        await newsroom.Rebuild(counted).BuildAsync(TimeSpan.MaxValue, None);
        return counted.Operations.Count;
    }

    private async Task LiveAsync()
    {
        foreach (var (id, topic) in new[] { ("one", "A"), ("two", "B"), ("three", "A") })
        {
            await newsroom.AppendAsync(Some.Publish(id, article: Some.Article(id, topics: [topic])));
            await Newsroom.RunToTheEndAsync(newsroom.Process());
            newsroom.Time.Advance(TimeSpan.FromMinutes(7));
        }
    }

    private async Task<BuildOutcome> VerifyAsync()
    {
        var rebuild = newsroom.Rebuild(FaultPlan.Count());
        await rebuild.BeginAsync(BuildPurpose.Verify, None);
        return (await rebuild.BuildAsync(TimeSpan.MaxValue, None))!.Last!;
    }

    private Task<GenerationRecord> RecordAsync() => newsroom.Generations(FaultPlan.Count()).ReadAsync(None);

    private async Task DeleteAsync(string name)
    {
        var path = new ObjectPath(Containers.Public, name);
        await newsroom.Objects.DeleteAsync(path, (await newsroom.Objects.HeadAsync(path, None))!.ETag, None);
    }

    private async Task RewriteAsync(
        string name, Func<StoredObject, ReadOnlyMemory<byte>> content, DocumentFacts? facts = null, string? type = null)
    {
        var path = new ObjectPath(Containers.Public, name);
        var stored = (await newsroom.Objects.ReadAsync(path, None))!;
        var harmed = new ObjectContent(content(stored), type ?? stored.Properties.ContentType!)
        {
            Metadata = facts?.ToMetadata() ?? stored.Properties.Metadata,
        };
        await newsroom.Objects.WriteAsync(path, harmed, stored.Properties.ETag, None);
    }
}
