using Microsoft.Extensions.Configuration;
using Newswire.Partners.Webhooks;

namespace Newswire.Http.Tests;

public sealed class WebhookSettingsTests
{
    [Theory]
    [InlineData("MaxTime", "00:00:00.9")]
    [InlineData("MaxTime", "00:01:01")]
    [InlineData("SlowAfter", "00:00:00")]
    [InlineData("SlowAfter", "00:00:16")]
    [InlineData("MinInterval", "-00:00:01")]
    [InlineData("MinInterval", "00:01:01")]
    [InlineData("MaxChanges", "0")]
    [InlineData("MaxChanges", "501")]
    [InlineData("MaxBytes", "65535")]
    [InlineData("MaxBytes", "8388609")]
    [InlineData("MaxDeadLetters", "0")]
    [InlineData("MaxDeadLetters", "101")]
    [InlineData("AllowLoopback", "maybe")]
    public void A_bound_that_is_none_is_refused_by_name(string name, string value)
    {
        var exception = Assert.Throws<InvalidOperationException>(() => Read((name, value)));

        Assert.Contains($"Webhooks:{name}", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_on_this_machine_is_told_unless_that_is_switched_on()
    {
        Assert.Equal(new WebhookOptions(), Read());
        Assert.False(Read().AllowLoopback);
        Assert.True(Read(("AllowLoopback", "true")).AllowLoopback);
    }

    private static WebhookOptions Read(params IEnumerable<(string Name, string Value)> settings) =>
        WebhookSettings.Read(new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting =>
                KeyValuePair.Create("Webhooks:" + setting.Name, (string?)setting.Value)))
            .Build());
}
