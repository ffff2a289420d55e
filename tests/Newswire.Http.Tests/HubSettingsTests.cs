using Microsoft.Extensions.Configuration;
using Newswire.WebSub;

namespace Newswire.Http.Tests;

public sealed class HubSettingsTests
{
    [Theory]
    [InlineData("DefaultLease", "00:30:00")]
    [InlineData("DefaultLease", "31.00:00:00")]
    [InlineData("DefaultLease", "soon")]
    [InlineData("MinLease", "00:00:59")]
    [InlineData("MinLease", "31.00:00:00")]
    [InlineData("MaxLease", "366.00:00:00")]
    [InlineData("SignatureMethod", "sha1")]
    [InlineData("SignatureMethod", "SHA256")]
    [InlineData("MaxTime", "00:00:00.9")]
    [InlineData("MaxTime", "00:01:01")]
    [InlineData("SlowAfter", "00:00:00")]
    [InlineData("SlowAfter", "00:00:11")]
    [InlineData("MinInterval", "-00:00:01")]
    [InlineData("MinInterval", "00:01:01")]
    [InlineData("MaxParallel", "0")]
    [InlineData("MaxParallel", "4097")]
    [InlineData("MaxParallelRetries", "0")]
    [InlineData("MaxParallelRetries", "4097")]
    [InlineData("MaxSubscriptionsPerHost", "0")]
    [InlineData("MaxSubscriptionsPerHost", "100001")]
    [InlineData("MaxVerificationsPerHostAndMinute", "0")]
    [InlineData("MaxVerificationsPerHostAndMinute", "10001")]
    [InlineData("MaxVerificationsPerMinute", "0")]
    [InlineData("AllowLoopback", "maybe")]
    public void A_bound_that_is_none_is_refused_by_name(string name, string value)
    {
        var exception = Assert.Throws<InvalidOperationException>(() => Read((name, value)));

        Assert.Contains($"WebSub:{name}", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_on_this_machine_is_called_back_unless_that_is_switched_on()
    {
        Assert.Equal(new HubOptions(), Read());
        Assert.False(Read().AllowLoopback);
        Assert.True(Read(("AllowLoopback", "true")).AllowLoopback);
    }

    private static HubOptions Read(params IEnumerable<(string Name, string Value)> settings) =>
        HubSettings.Read(new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting =>
                KeyValuePair.Create("WebSub:" + setting.Name, (string?)setting.Value)))
            .Build());
}
