using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Newswire.Counting;
using Newswire.Http.Partners;
using Newswire.Partners;
using Newswire.Partners.Quotas;
using Newswire.Partners.Usage;
using Newswire.TestKit;
using Newswire.TestKit.Storage;

namespace Newswire.Http.Tests.Partners;

/// <summary>What the door makes of what is behind it: whatever that answers, nothing is left that holds a place in the quota.</summary>
public sealed class PartnerDoorMeteringTests : IAsyncLifetime
{
    private readonly InMemoryObjectStore objects = new();
    private readonly FakeTimeProvider time = new(Some.Morning);
    private readonly PartnerRecords partners;
    private readonly QuotaMeter meter;
    private readonly UsageBook book;
    private readonly PartnerDoor door;
    private string key = "";

    public PartnerDoorMeteringTests()
    {
        partners = new PartnerRecords(objects, time);
        meter = new QuotaMeter(objects, new CountingProcess("a"), time);
        book = new UsageBook(objects, new CountingProcess("a"), time);
        door = new PartnerDoor(partners, meter, book, NullLogger<PartnerDoor>.Instance);
    }

    public async ValueTask InitializeAsync()
    {
        await partners.DefineAsync([new Partner { Name = "planet", Title = "Planet", Quota = new PartnerQuota(10, 20) }], CancellationToken.None);
        key = ((KeyCreation.Created)await partners.CreateKeyAsync("planet", null, null, CancellationToken.None)).Secret;
    }

    [Theory]
    [InlineData(200, true, "taken")]
    [InlineData(226, true, "taken")]
    [InlineData(301, true, "failed")]
    [InlineData(304, false, "notModified")]
    [InlineData(400, true, "failed")]
    [InlineData(404, true, "failed")]
    [InlineData(500, false, "failed")]
    [InlineData(503, false, "failed")]
    public async Task What_counts_follows_from_the_status(int status, bool counts, string asWhat)
    {
        await AskAsync((visit, _) =>
        {
            visit.Usage.Took("latest", ["bridge", "ferry"]);
            return Task.FromResult(Results.StatusCode(status));
        });

        Assert.Equal(counts ? 9 : 10, await RemainingAsync());
        var report = await ReportAsync();
        var expected = UsageCounts.None with
        {
            Taken = asWhat == "taken" ? 1 : 0,
            NotModified = asWhat == "notModified" ? 1 : 0,
            Failed = asWhat == "failed" ? 1 : 0,
        };
        Assert.Equal(expected, report.Total);
        Assert.Equal([("latest", expected)], report.Feeds);
        Assert.Equal(asWhat == "taken" ? [("bridge", 1L), ("ferry", 1L)] : [], report.Articles);
    }

    [Fact]
    public async Task The_bytes_are_those_that_were_sent()
    {
        await AskAsync((visit, _) =>
        {
            visit.Usage.TookChanges(["bridge"]);
            return Task.FromResult<IResult>(TypedResults.Bytes(new byte[1_234], "text/plain"));
        });

        var report = await ReportAsync();
        Assert.Equal([("/changes", new UsageCounts(1, 0, 0, 0, 1_234))], report.Feeds);
    }

    [Fact]
    public async Task A_fault_behind_the_door_costs_nothing()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => AskAsync((_, _) => throw new InvalidOperationException()));
        await Assert.ThrowsAsync<InvalidOperationException>(() => AskAsync((_, _) => Task.FromResult<IResult>(new Throwing())));

        Assert.Equal(10, await RemainingAsync());
    }

    [Fact]
    public async Task One_that_hangs_up_before_or_within_its_answer_has_asked()
    {
        using var before = new CancellationTokenSource();
        using var within = new CancellationTokenSource();
        await Assert.ThrowsAsync<OperationCanceledException>(() => AskAsync(
            (_, cancellationToken) =>
            {
                before.Cancel();
                throw new OperationCanceledException(cancellationToken);
            },
            before.Token));
        await Assert.ThrowsAsync<OperationCanceledException>(() => AskAsync(
            (_, _) => Task.FromResult<IResult>(new Hanging(within)), within.Token));

        Assert.Equal(8, await RemainingAsync());
    }

    public ValueTask DisposeAsync()
    {
        partners.Dispose();
        meter.Dispose();
        book.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task AskAsync(Func<PartnerVisit, CancellationToken, Task<IResult>> work, CancellationToken aborted = default)
    {
        var context = new DefaultHttpContext { RequestAborted = aborted };
        context.Request.Method = "GET";
        context.Request.Headers.Authorization = "Bearer " + key;
        context.RequestServices = Services.None;
        var result = await door.EnterAsync(context.Request, "planet", work);
        await result.ExecuteAsync(context);
    }

    private async Task<int> RemainingAsync()
    {
        var entry = await meter.EnterAsync((await partners.FindAsync("planet", CancellationToken.None))!, CancellationToken.None);
        var ticket = Assert.IsType<QuotaEntry.Granted>(entry).Ticket;
        ticket.Settle(counts: false);
        return ticket.Standing()[0].Remaining;
    }

    private async Task<PartnerReport> ReportAsync()
    {
        await book.FlushAsync(CancellationToken.None);
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        return await new UsageReports(objects).ReadAsync("planet", today, today, CancellationToken.None);
    }

    private sealed class Services : IServiceProvider
    {
        public static readonly Services None = new();

        public object? GetService(Type serviceType) =>
            serviceType == typeof(Microsoft.Extensions.Logging.ILoggerFactory) ? NullLoggerFactory.Instance : null;
    }

    private sealed class Throwing : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => throw new InvalidOperationException();
    }

    private sealed class Hanging(CancellationTokenSource client) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            client.Cancel();
            throw new OperationCanceledException(client.Token);
        }
    }
}
