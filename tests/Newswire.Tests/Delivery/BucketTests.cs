using Newswire.Delivery;

namespace Newswire.Tests.Delivery;

public sealed class BucketTests
{
    [Fact]
    public void The_same_subscriber_is_always_in_the_same_bucket() =>
        Assert.Equal(Bucket.Of("https://reader.example/callback/1", 16), Bucket.Of("https://reader.example/callback/1", 16));

    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(64)]
    [InlineData(256)]
    public void Every_bucket_gets_its_share(int count)
    {
        var filled = Enumerable.Range(0, 100 * count)
            .GroupBy(i => Bucket.Of($"https://reader.example/callback/{i}", count), StringComparer.Ordinal)
            .ToDictionary(bucket => bucket.Key, bucket => bucket.Count(), StringComparer.Ordinal);

        Assert.Equal(count, filled.Count);
        Assert.All(filled.Values, size => Assert.InRange(size, 50, 160));
    }

    [Fact]
    public void Retries_wait_longer_each_time_and_end()
    {
        var delays = new RetryDelays(TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1));

        Assert.Equal(
            [null, TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1), null],
            Enumerable.Range(0, 4).Select(delays.After));
    }
}
