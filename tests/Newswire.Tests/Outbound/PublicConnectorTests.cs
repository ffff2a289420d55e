using System.Net;
using System.Net.Sockets;
using Newswire.Outbound;

namespace Newswire.Tests.Outbound;

/// <summary>The guard at the door, with a name server and a network that only note what they are asked.</summary>
public sealed class PublicConnectorTests
{
    private const string Host = "pictures.news-site.com";

    private static readonly IPAddress Public = IPAddress.Parse("198.50.0.1");
    private static readonly IPAddress OtherPublic = IPAddress.Parse("2a00:1450::1");
    private static readonly IPAddress Private = IPAddress.Parse("10.0.0.1");

    private readonly List<string> resolved = [];
    private readonly List<IPEndPoint> connected = [];
    private readonly Queue<IPAddress[]> answers = [];
    private readonly HashSet<IPAddress> dead = [];

    [Fact]
    public async Task A_public_address_is_connected_to_as_it_was_looked_at()
    {
        answers.Enqueue([Public]);

        await ConnectAsync(Host);

        Assert.Equal(new IPEndPoint(Public, 443), Assert.Single(connected));
    }

    [Fact]
    public async Task A_name_that_is_public_when_looked_at_and_private_a_moment_later_leads_nowhere_private()
    {
        answers.Enqueue([Public]);
        answers.Enqueue([Private]);

        await ConnectAsync(Host);
        await Assert.ThrowsAsync<AddressRefusedException>(() => ConnectAsync(Host));

        Assert.Equal([Host, Host], resolved);
        Assert.Equal([new IPEndPoint(Public, 443)], connected);
    }

    [Fact]
    public async Task Of_several_addresses_only_the_public_ones_are_tried_in_their_order()
    {
        answers.Enqueue([Private, OtherPublic, IPAddress.Loopback, Public]);
        dead.Add(OtherPublic);

        await ConnectAsync(Host);

        Assert.Equal([OtherPublic, Public], connected.Select(endpoint => endpoint.Address));
    }

    [Fact]
    public async Task A_host_whose_addresses_are_all_dead_is_a_fault_of_the_network()
    {
        answers.Enqueue([Public, OtherPublic]);
        dead.UnionWith([Public, OtherPublic]);

        await Assert.ThrowsAsync<SocketException>(() => ConnectAsync(Host));
    }

    [Theory]
    [InlineData("courier.example")]
    [InlineData("EXAMPLE")]
    [InlineData("news.invalid.")]
    [InlineData("a.test")]
    [InlineData("localhost")]
    [InlineData("a.localhost")]
    [InlineData("printer.local")]
    [InlineData("metadata.google.internal")]
    [InlineData("router.home.arpa")]
    [InlineData("x.onion")]
    [InlineData("intranet")]
    [InlineData("")]
    public async Task A_name_that_no_public_host_has_is_refused_without_asking(string host)
    {
        await Assert.ThrowsAsync<AddressRefusedException>(() => ConnectAsync(host));

        Assert.Empty(resolved);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("2130706433")]
    [InlineData("0x7f.1")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("169.254.169.254")]
    public async Task An_address_in_place_of_a_name_is_looked_at_however_it_is_written(string host)
    {
        await Assert.ThrowsAsync<AddressRefusedException>(() => ConnectAsync(host));

        Assert.Empty(connected);
    }

    [Fact]
    public async Task The_switch_lets_this_machine_in_and_no_other()
    {
        answers.Enqueue([IPAddress.IPv6Loopback]);
        answers.Enqueue([Private]);

        await ConnectAsync("localhost", allowLoopback: true);
        await ConnectAsync("127.0.0.1", allowLoopback: true);
        await Assert.ThrowsAsync<AddressRefusedException>(() => ConnectAsync(Host, allowLoopback: true));
        await Assert.ThrowsAsync<AddressRefusedException>(() => ConnectAsync("courier.example", allowLoopback: true));

        Assert.Equal([IPAddress.IPv6Loopback, IPAddress.Loopback], connected.Select(endpoint => endpoint.Address));
    }

    [Theory]
    [InlineData("https://news-site.com/a.jpg", true)]
    [InlineData("http://news-site.com:8080/a.jpg", true)]
    [InlineData("ftp://news-site.com/a.jpg", false)]
    [InlineData("file:///a.jpg", false)]
    [InlineData("ws://news-site.com/", false)]
    [InlineData("https://user@news-site.com/a.jpg", false)]
    [InlineData("https://user:secret@news-site.com/a.jpg", false)]
    [InlineData("/a.jpg", false)]
    public void Only_web_addresses_without_credentials_are_asked(string address, bool expected) =>
        Assert.Equal(expected, PublicHttp.CanAsk(new Uri(address, UriKind.RelativeOrAbsolute)));

    private async Task ConnectAsync(string host, bool allowLoopback = false)
    {
        var connector = new PublicConnector(
            allowLoopback,
            (name, _) =>
            {
                resolved.Add(name);
                return Task.FromResult(answers.Dequeue());
            },
            (endpoint, _) =>
            {
                connected.Add(endpoint);
                return dead.Contains(endpoint.Address) ? throw new SocketException(111) : Task.FromResult(Stream.Null);
            });
        await connector.ConnectAsync(new DnsEndPoint(host.Length == 0 ? "." : host, 443), CancellationToken.None);
    }
}
