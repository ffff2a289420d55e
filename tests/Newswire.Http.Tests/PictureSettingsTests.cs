using Microsoft.Extensions.Configuration;
using Newswire.Articles.PictureFacts;

namespace Newswire.Http.Tests;

public sealed class PictureSettingsTests
{
    [Theory]
    [InlineData("Probe", "maybe")]
    [InlineData("MaxTime", "00:00:00")]
    [InlineData("MaxTime", "00:00:21")]
    [InlineData("MaxTime", "soon")]
    [InlineData("MaxRequestTime", "00:03:01")]
    [InlineData("MaxPicturesPerArticle", "0")]
    [InlineData("MaxParallel", "0")]
    [InlineData("MaxParallel", "257")]
    [InlineData("MaxRedirects", "-1")]
    [InlineData("MaxRedirects", "11")]
    [InlineData("MaxStartBytes", "1023")]
    [InlineData("MaxStartBytes", "4194305")]
    [InlineData("MaxCountedBytes", "-1")]
    [InlineData("MaxRemembered", "0")]
    public void A_bound_that_is_none_is_refused_by_name(string name, string value)
    {
        var exception = Assert.Throws<InvalidOperationException>(() => Read((name, value)));

        Assert.Contains($"Pictures:{name}", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Pictures_are_asked_for_unless_that_is_switched_off_and_never_on_this_machine()
    {
        Assert.Equal(new PictureProbeOptions(), Read());
        Assert.True(Read().Probe);
        Assert.False(Read().AllowLoopback);
        Assert.False(Read(("Probe", "false")).Probe);
    }

    private static PictureProbeOptions Read(params IEnumerable<(string Name, string Value)> settings) =>
        PictureSettings.Read(new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting =>
                KeyValuePair.Create("Pictures:" + setting.Name, (string?)setting.Value)))
            .Build());
}
