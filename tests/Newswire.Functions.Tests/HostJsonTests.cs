using System.Text.Json;
using System.Xml.Linq;
using Newswire.Server.Hosting;

namespace Newswire.Functions.Tests;

public sealed class HostJsonTests
{
    private static readonly JsonElement Settings = JsonDocument.Parse(File.ReadAllBytes(Repository.File("host.json"))).RootElement;

    private static readonly JsonElement Queues = Settings.GetProperty("extensions").GetProperty("queues");

    [Fact]
    public void It_is_of_version_2() => Assert.Equal("2.0", Settings.GetProperty("version").GetString());

    [Fact]
    public void Routes_have_no_prefix() =>
        Assert.Equal("", Settings.GetProperty("extensions").GetProperty("http").GetProperty("routePrefix").GetString());

    [Fact]
    public async Task The_host_reads_messages_as_they_are_sent()
    {
        var sent = await SentMessage.CaptureAsync("0000000001:17", TestContext.Current.CancellationToken);

        Assert.Equal("base64", Queues.GetProperty("messageEncoding").GetString());
        Assert.Equal("0000000001:17"u8, Convert.FromBase64String(sent));
    }

    [Fact]
    public void A_message_is_tried_as_often_as_by_the_other_host() =>
        Assert.Equal(AzureStorage.QueueReceiver.MaxTries, Queues.GetProperty("maxDequeueCount").GetInt32());

    [Theory]
    [InlineData("batchSize", QueueListener.BatchSize)]
    [InlineData("newBatchThreshold", QueueListener.NewBatchThreshold)]
    public void As_many_messages_are_handled_at_once_as_by_the_other_host(string name, int count) =>
        Assert.Equal(count, Queues.GetProperty(name).GetInt32());

    [Theory]
    [InlineData("maxPollingInterval", 1, 2)]
    [InlineData("visibilityTimeout", 1, 10)]
    public void Intervals_are_a_few_seconds(string name, int leastSeconds, int mostSeconds) => Assert.InRange(
        TimeSpan.Parse(Queues.GetProperty(name).GetString()!, System.Globalization.CultureInfo.InvariantCulture),
        TimeSpan.FromSeconds(leastSeconds),
        TimeSpan.FromSeconds(mostSeconds));

    [Fact]
    public void It_reaches_the_output_of_the_host()
    {
        var content = Assert.Single(
            XDocument.Load(Repository.File("src/Newswire.Functions/Newswire.Functions.csproj")).Descendants("Content"),
            item => (string?)item.Attribute("Link") == "host.json");

        Assert.Equal("../../host.json", (string?)content.Attribute("Include"));
        Assert.Equal("PreserveNewest", (string?)content.Attribute("CopyToOutputDirectory"));
        Assert.Equal("PreserveNewest", (string?)content.Attribute("CopyToPublishDirectory"));
    }

    [Fact]
    public void The_sample_of_local_settings_gives_the_root_to_the_home_page()
    {
        var values = JsonDocument.Parse(File.ReadAllBytes(Repository.File("src/Newswire.Functions/local.settings.sample.json")))
            .RootElement.GetProperty("Values");

        Assert.Equal("true", values.GetProperty("AzureWebJobsDisableHomepage").GetString());
        Assert.Equal("dotnet-isolated", values.GetProperty("FUNCTIONS_WORKER_RUNTIME").GetString());
    }
}
