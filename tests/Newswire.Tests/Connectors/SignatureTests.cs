using System.Text;
using Newswire.Connectors;

namespace Newswire.Tests.Connectors;

/// <summary>The signatures were made with OpenSSL and with Python's hmac, not by the code that checks them.</summary>
public sealed class SignatureTests
{
    private const string Secret = "a secret of the newsroom";
    private const string Ghost = "sha256=bbd29f925a40cd39d1df6a01fdd665cb7934de2228ea955d4e7921cc26b87404, t=1772701200000";
    private const string WordPress = "26dTHo2Io9I8mE273Mn4gR01LAOJulirT1v3oW9qdJ4=";

    private static readonly DateTimeOffset Then = DateTimeOffset.FromUnixTimeMilliseconds(1772701200000);

    private static readonly byte[] Body = Encoding.UTF8.GetBytes(
        """{"post":{"current":{"id":"65f0000000000000000000a1","title":"Zürich"},"previous":{}}}""");

    [Fact]
    public void What_Ghost_signs_is_accepted() => Assert.True(GhostSignature.IsGood(Body, Ghost, Secret, Then));

    [Theory]
    [InlineData(-300_000, true)]
    [InlineData(300_000, true)]
    [InlineData(-300_001, false)]
    [InlineData(300_001, false)]
    public void What_Ghost_signed_is_good_for_five_minutes(int milliseconds, bool good) =>
        Assert.Equal(good, GhostSignature.IsGood(Body, Ghost, Secret, Then.AddMilliseconds(milliseconds)));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("sha256=bbd29f925a40cd39d1df6a01fdd665cb7934de2228ea955d4e7921cc26b87404")]
    [InlineData("sha256=bbd29f925a40cd39d1df6a01fdd665cb7934de2228ea955d4e7921cc26b87404, t=1772701200001")]
    [InlineData("sha256=bbd29f925a40cd39d1df6a01fdd665cb7934de2228ea955d4e7921cc26b87405, t=1772701200000")]
    [InlineData("sha256=, t=1772701200000")]
    [InlineData("sha256=bbd29f925a40cd39d1df6a01fdd665cb7934de2228ea955d4e7921cc26b87404, t=-1772701200000")]
    [InlineData("sha256=bbd29f925a40cd39d1df6a01fdd665cb7934de2228ea955d4e7921cc26b87404, t=999999999999999999999")]
    public void Any_other_header_is_refused(string? header) => Assert.False(GhostSignature.IsGood(Body, header, Secret, Then));

    [Fact]
    public void What_WP_Webhooks_signs_is_accepted() => Assert.True(WordPressSignature.IsGood(Body, WordPress, Secret));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("26dTHo2Io9I8mE273Mn4gR01LAOJulirT1v3oW9qdJ5=")]
    [InlineData("26dTHo2Io9I8mE273Mn4gR01LAOJulirT1v3oW9qdJ4")]
    public void Any_other_header_of_WordPress_is_refused(string? header) => Assert.False(WordPressSignature.IsGood(Body, header, Secret));

    [Fact]
    public void A_body_that_was_changed_by_any_byte_is_refused()
    {
        for (var i = 0; i < Body.Length; i++)
        {
            byte[] changed = [.. Body];
            changed[i] ^= 1;

            Assert.False(GhostSignature.IsGood(changed, Ghost, Secret, Then));
            Assert.False(WordPressSignature.IsGood(changed, WordPress, Secret));
        }
    }

    [Fact]
    public void Another_secret_is_refused()
    {
        Assert.False(GhostSignature.IsGood(Body, Ghost, Secret + " ", Then));
        Assert.False(WordPressSignature.IsGood(Body, WordPress, Secret + " "));
    }
}
