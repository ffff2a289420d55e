using System.Text;

namespace Newswire.Tests.Formats.Ninjs;

/// <summary>That the schema can say no: otherwise no test that asks it says anything.</summary>
public sealed class NinjsSchemaTests
{
    [Theory]
    [InlineData("{}")]
    [InlineData("""{"uri":"not a uri"}""")]
    [InlineData("""{"uri":"tag:a,2026:b","versionCreated":"yesterday"}""")]
    [InlineData("""{"uri":"tag:a,2026:b","pubStatus":"gone"}""")]
    [InlineData("""{"uri":"tag:a,2026:b","urgency":0}""")]
    [InlineData("""{"uri":"tag:a,2026:b","canonical":"https://news.example/"}""")]
    [InlineData("""{"uri":"tag:a,2026:b","headlines":[{"role":"main"}]}""")]
    [InlineData("""{"uri":"tag:a,2026:b","rightsInfo":{}}""")]
    [InlineData("""{"uri":"tag:a,2026:b","associations":[{"name":"x"}]}""")]
    [InlineData("""{"uri":"tag:a,2026:b","associations":[{"name":"x","uri":"tag:a,2026:c","alt":"x"}]}""")]
    [InlineData("""{"uri":"tag:a,2026:b","places":[{"geoJSON":{}}]}""")]
    public void What_is_no_item_is_refused(string document) =>
        Assert.NotEmpty(NinjsSchema.Faults(Encoding.UTF8.GetBytes(document)));

    [Fact]
    public void The_least_item_is_taken() =>
        Assert.Empty(NinjsSchema.Faults("""{"uri":"tag:a,2026:b"}"""u8.ToArray()));
}
