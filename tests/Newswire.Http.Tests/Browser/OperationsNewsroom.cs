using System.Net;
using Microsoft.Extensions.Time.Testing;
using Newswire.Counting;
using Newswire.Http.Tests.Surface;
using Newswire.Operations.History;
using Newswire.Partners;
using Newswire.Partners.Usage;
using Newswire.Storage;
using Newswire.Telemetry;

namespace Newswire.Http.Tests.Browser;

/// <summary>A newsroom in which everything has happened that the operations pages tell of, hostile names included.</summary>
internal static class OperationsNewsroom
{
    public const string Hostile = "<img src=x onerror=alert(1)> & \"Sons\"";

    public static async Task<NewswireSurface> StartAsync()
    {
        var newswire = await NewswireSurface.StartAsync(listens: true);
        await newswire.Partners.DefineAsync(
            [
                new Partner { Name = "daily-planet", Title = "Daily Planet " + Hostile, Feeds = ["latest", "topics/uk-news"], Contact = "desk@daily-planet.example" },
                new Partner { Name = "portal", Title = "The Portal", Feeds = ["latest"], Profile = PartnerProfile.Msn },
                new Partner { Name = "quiet", Title = "Quiet Gazette" },
            ],
            CancellationToken.None);
        await newswire.Partners.CreateKeyAsync("daily-planet", "their CMS", expires: null, CancellationToken.None);
        await newswire.PutAsync("harbour-bridge", wait: true);
        await newswire.PutAsync("hostile", Send.Article(more: [("headline", WebUtility.HtmlEncode(Hostile)), ("published", "2026-03-04T08:00:00Z")]), wait: true);
        await newswire.PutAsync("council-budget", Send.Article(more: [("headline", "Council passes budget"), ("published", "2026-03-03T08:00:00Z")]), wait: true);
        await newswire.PutAsync("embargoed", Send.Article(more: [("headline", "Prize goes to harbour museum"), ("embargo", "2026-03-06T12:00:00Z")]));
        await newswire.PutAsync("taken-back", Send.Article(more: [("headline", "Wrong figures"), ("published", "2026-03-04T07:00:00Z")]), wait: true);
        await newswire.DeleteAsync("taken-back", wait: true);
        await newswire.SendAsync(HttpMethod.Put, "/api/feeds/front-page", Send.Json("""{"title":"Front page","selection":{"anyTopic":["Transport"]}}"""));
        await newswire.SweepAsync();
        await newswire.SweepAsync();
        newswire.Poison.Add(QueueNames.WebSubAnnounce, "https://hub.example/secret-path?token=x latest");
        newswire.Poison.Add(QueueNames.PushDeliver, "17 harbour-bridge");
        newswire.Poison.Add(QueueNames.PushDeliver, "18 harbour-bridge");
        await newswire.Objects.WriteAsync(
            new ObjectPath(Containers.CatalogRejected, "0000000001-000000000042"),
            new ObjectContent("{\"kind\":\"nonsense\"}"u8.ToArray(), "application/octet-stream"),
            expectedETag: null,
            CancellationToken.None);
        await MeasureAsync(newswire);
        await TakeAsync(newswire);
        return newswire;
    }

    private static async Task MeasureAsync(NewswireSurface newswire)
    {
        var time = new FakeTimeProvider(newswire.Time.GetUtcNow().AddDays(-1).AddMinutes(1));
        using var book = new HistoryBook(newswire.Objects, CountingProcess.New(), time);
        for (var minute = 0; minute < 24 * 60; minute += 3, time.Advance(TimeSpan.FromMinutes(3)))
        {
            var changes = 2 + (minute * 7 % 11) + (minute is > 540 and < 600 ? 40 : 0);
            book.Add(HistorySeries.Of(Measures.ChangesAccepted, "Publish"), changes);
            book.Add(HistorySeries.Of(Measures.ChangesAccepted, "Withdraw"), minute % 60 == 0 ? 1 : 0);
            book.Add(HistorySeries.Of(Measures.PassChanges), changes);
            book.Add(HistorySeries.Of(Measures.DocumentsWritten, "rss"), changes * 5);
            book.Add(HistorySeries.Of(Measures.DocumentsUnchanged, "rss"), changes * 2);
            book.Add(HistorySeries.Of(Measures.DocumentRequests, "304"), 900 + (minute % 200));
            book.Add(HistorySeries.Of(Measures.DocumentRequests, "200"), 100 + (minute % 70));
            book.Add(HistorySeries.Of(Measures.NotificationsSent, "Accepted"), changes * 30);
            book.Add(HistorySeries.Of(Measures.NotificationsSent, "Gone"), changes);
            book.Peak(HistorySeries.Of(Measures.Freshness), minute % 100 / 50d);
            book.Peak(HistorySeries.Of(Measures.QueueMessages, QueueNames.PushDeliver), minute % 40);
        }

        await book.FlushAsync(CancellationToken.None);
    }

    private static async Task TakeAsync(NewswireSurface newswire)
    {
        for (var ago = 0; ago < 30; ago++)
        {
            using var book = new UsageBook(newswire.Objects, CountingProcess.New(), new FakeTimeProvider(newswire.Time.GetUtcNow().AddDays(-ago)));
            book.Record(new AnsweredRequest("daily-planet", new UsageCounts(40 + (ago * 7 % 23), 300 + (ago * 31 % 80), ago % 9 == 0 ? 60 : 0, 0, 160_000), "latest", ["harbour-bridge", Hostile]));
            await book.FlushAsync(CancellationToken.None);
        }
    }
}
