using Microsoft.Extensions.Configuration;

namespace Newswire.Http.Tests;

public sealed class UsageSettingsTests
{
    [Theory]
    [InlineData(null, 400)]
    [InlineData("1", 1)]
    [InlineData("3660", 3_660)]
    public void Days_are_kept_as_long_as_the_setting_says(string? setting, int days) =>
        Assert.Equal(days, UsageSettings.Read(Configuration(setting)).KeptDays);

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("3661")]
    public void A_time_that_is_none_is_refused_by_name(string setting)
    {
        var refused = Assert.Throws<InvalidOperationException>(() => UsageSettings.Read(Configuration(setting)));

        Assert.Contains("PartnerUsage:KeptDays", refused.Message, StringComparison.Ordinal);
    }

    private static IConfiguration Configuration(string? keptDays) => new ConfigurationBuilder()
        .AddInMemoryCollection(keptDays is null ? [] : [new("PartnerUsage:KeptDays", keptDays)])
        .Build();
}
