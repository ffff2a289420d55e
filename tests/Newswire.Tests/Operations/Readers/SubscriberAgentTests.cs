using Newswire.Operations.Readers;

namespace Newswire.Tests.Operations.Readers;

/// <summary>The forms in which services say how many read a feed; each is what one of them sends or has sent.</summary>
public sealed class SubscriberAgentTests
{
    [Theory]
    [InlineData("Feedly/1.0 (+http://www.feedly.com/fetcher.html; 42 subscribers; like FeedFetcher-Google)", "Feedly", 42, null)]
    [InlineData("Feedly/1.0 (+http://www.feedly.com/fetcher.html; 462 subscribers; )", "Feedly", 462, null)]
    [InlineData("Mozilla/5.0 (compatible; inoreader.com; 114 subscribers)", "Inoreader", 114, null)]
    [InlineData("Inoreader/1.0 (+http://www.inoreader.com/feed-fetcher; 12 subscribers; )", "Inoreader", 12, null)]
    [InlineData("NewsBlur Feed Fetcher - 27 subscribers - https://www.newsblur.com/site/7704055/example (\"Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/14.0.1 Safari/605.1.15\")", "NewsBlur", 27, "7704055")]
    [InlineData("Feedbin feed-id:1697787 - 102 subscribers", "Feedbin", 102, "1697787")]
    [InlineData("Mozilla/5.0 (compatible; theoldreader.com; 1 subscribers; feed-id=cead6c3a837650eeefd8fe4a)", "The Old Reader", 1, "cead6c3a837650eeefd8fe4a")]
    [InlineData("Mozilla/5.0 (compatible; BazQux/2.4; +https://bazqux.com/fetcher; 1 subscribers)", "BazQux", 1, null)]
    [InlineData("Mozilla/5.0 (compatible; Bloglovin/1.0; http://www.bloglovin.com; 12 subscribers)", "Bloglovin'", 12, null)]
    [InlineData("FeedHQ/1.0 (https://feedhq.org; 3 subscribers; https://example.org)", "FeedHQ", 3, null)]
    [InlineData("Dreamwidth Studios (webmaster@dreamwidth.org; for https://www.dreamwidth.org/users/example_feed/; 2 readers)", "Dreamwidth", 2, null)]
    [InlineData("LiveJournal.com (webmaster@livejournal.com; for https://example.org/; 1 readers)", "LiveJournal", 1, null)]
    [InlineData("Feedfetcher-Google; (+http://www.google.com/feedfetcher.html; 167 subscribers; feed-id=1234567890)", "Google", 167, "1234567890")]
    [InlineData("Feedfetcher-Google;+(+http://www.google.com/feedfetcher.html;+167+subscribers;+feed-id=12)", "Google", 167, "12")]
    [InlineData("NewsGatorOnline/2.0_(http://www.newsgator.com;_20_subscribers)", "NewsGator", 20, null)]
    [InlineData("Bloglines/3.1 (http://www.bloglines.com; 154 subscribers)", "Bloglines", 154, null)]
    [InlineData("YahooFeedSeeker/1.0 (compatible; Mozilla 4.0; MSIE 5.5; http://my.yahoo.com/s/publishers.html; users 2; views 169)", "Yahoo", 2, null)]
    [InlineData("ThePort_Web/1.0;_subscribers_1", "other", 1, null)]
    [InlineData("Rojo 1.0; Aggregating on behalf of 15 subscriber(s) online", "other", 15, null)]
    [InlineData("Digg Feed Fetcher 1.0 (Mozilla/5.0 (Macintosh); 1 subscriber)", "Digg", 1, null)]
    public void What_a_service_says_is_read(string userAgent, string service, long subscribers, string? feedId) =>
        Assert.Equal(new SubscriberClaim(service, subscribers, feedId), SubscriberAgent.Read(userAgent));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36")]
    [InlineData("Miniflux/2.2.0 (+https://miniflux.app)")]
    [InlineData("Mozilla/5.0 (compatible; FeedReader 3.14 reader/2.0)")]
    [InlineData("Tiny Reader 2 readers-toolkit/1.0")]
    [InlineData("NetNewsWire (RSS Reader; https://netnewswire.com/)")]
    [InlineData("Feedly/1.0 (+http://www.feedly.com/fetcher.html; many subscribers)")]
    [InlineData("Feedly/1.0 (-42 users-agent)")]
    [InlineData("Feedly/1.0 (1.5 subscribers)")]
    [InlineData("Feedly/1.0 (99999999999999999999 subscribers)")]
    [InlineData("Feedly/1.0 (10000001 subscribers)")]
    [InlineData("Feedly/1.0 (٤٢ subscribers)")]
    public void What_says_nothing_is_nothing(string? userAgent) => Assert.Null(SubscriberAgent.Read(userAgent));

    [Fact]
    public void A_header_without_end_is_looked_at_up_to_a_bound()
    {
        var padding = new string('1', 10_000_000);

        Assert.Null(SubscriberAgent.Read(padding + " 1 subscribers"));
        Assert.Equal(7, SubscriberAgent.Read("Feedly (7 subscribers) " + padding)!.Subscribers);
    }

    [Fact]
    public void A_header_that_says_nothing_costs_no_memory()
    {
        const string Browser = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36";
        SubscriberAgent.Read(Browser);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1_000; i++)
        {
            SubscriberAgent.Read(Browser);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
