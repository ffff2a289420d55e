using Newswire.Operations.Failures;

namespace Newswire.Tests.Operations;

public sealed class PoisonTextTests
{
    [Theory]
    [InlineData("17 harbour-bridge", "17 harbour-bridge")]
    [InlineData("latest\ntopics/crime", "latest topics/crime")]
    [InlineData("https://hub.example/secret?x=y latest", "https://hub.example/… latest")]
    [InlineData("https://hub.example?x=y", "https://hub.example/…")]
    [InlineData("https://user:password@hub.example:8443/", "https://hub.example:8443/…")]
    [InlineData("https://hub.example", "https://hub.example")]
    [InlineData("", "")]
    [InlineData("traceparent 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01\n17 harbour-bridge", "17 harbour-bridge")]
    public void Of_an_address_only_the_host_is_shown(string message, string shown) => Assert.Equal(shown, PoisonText.Of(message));

    [Fact]
    public void A_strangers_message_is_cut() => Assert.Equal(PoisonText.MaxLength + 1, PoisonText.Of(new string('x', 60_000)).Length);
}
