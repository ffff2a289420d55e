using System.Net;
using Newswire.Outbound;

namespace Newswire.Tests.Outbound;

/// <summary>Every block of the IANA special-purpose registries, at its first and last address and just outside.</summary>
public sealed class PublicAddressTests
{
    [Theory]
    [InlineData("0.0.0.0", "0.255.255.255")]
    [InlineData("10.0.0.0", "10.255.255.255")]
    [InlineData("100.64.0.0", "100.127.255.255")]
    [InlineData("127.0.0.0", "127.255.255.255")]
    [InlineData("168.63.129.16", "168.63.129.16")]
    [InlineData("169.254.0.0", "169.254.255.255")]
    [InlineData("172.16.0.0", "172.31.255.255")]
    [InlineData("192.0.0.0", "192.0.0.255")]
    [InlineData("192.0.2.0", "192.0.2.255")]
    [InlineData("192.31.196.0", "192.31.196.255")]
    [InlineData("192.52.193.0", "192.52.193.255")]
    [InlineData("192.88.99.0", "192.88.99.255")]
    [InlineData("192.168.0.0", "192.168.255.255")]
    [InlineData("192.175.48.0", "192.175.48.255")]
    [InlineData("198.18.0.0", "198.19.255.255")]
    [InlineData("198.51.100.0", "198.51.100.255")]
    [InlineData("203.0.113.0", "203.0.113.255")]
    [InlineData("224.0.0.0", "255.255.255.255")]
    [InlineData("::", "1fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff")]
    [InlineData("2001::", "2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff")]
    [InlineData("2001:db8::", "2001:db8:ffff:ffff:ffff:ffff:ffff:ffff")]
    [InlineData("2002::", "2002:ffff:ffff:ffff:ffff:ffff:ffff:ffff")]
    [InlineData("2620:4f:8000::", "2620:4f:8000:ffff:ffff:ffff:ffff:ffff")]
    [InlineData("3fff::", "3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff")]
    [InlineData("4000::", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff")]
    public void A_block_is_refused_from_its_first_to_its_last_address(string first, string last)
    {
        Assert.False(PublicAddress.IsPublic(IPAddress.Parse(first)));
        Assert.False(PublicAddress.IsPublic(IPAddress.Parse(last)));
    }

    [Theory]
    [InlineData("::1")] // loopback
    [InlineData("::8.8.8.8")] // IPv4-compatible
    [InlineData("::ffff:8.8.8.8")] // IPv4-mapped
    [InlineData("::ffff:0:8.8.8.8")] // IPv4-translated
    [InlineData("64:ff9b::8.8.8.8")] // NAT64
    [InlineData("64:ff9b:1::a00:1")] // NAT64 for private use
    [InlineData("100::1")] // discard
    [InlineData("100:0:0:1::1")] // dummy
    [InlineData("2001:0:4136:e378::1")] // Teredo
    [InlineData("2001:2::1")] // benchmarks
    [InlineData("2001:20::1")] // ORCHIDv2
    [InlineData("2002:7f00:1::")] // 6to4 of 127.0.0.1
    [InlineData("5f00::1")] // SRv6
    [InlineData("fd00:ec2::254")] // metadata of a cloud
    [InlineData("fd20:ce::254")] // metadata of another
    [InlineData("fc00::1")] // unique local
    [InlineData("fe80::1")] // link-local
    [InlineData("fec0::1")] // site-local
    [InlineData("ff02::1")] // multicast
    [InlineData("169.254.169.254")] // metadata of most clouds
    [InlineData("100.100.100.200")]
    [InlineData("192.0.0.192")]
    public void What_only_looks_like_a_host_of_the_internet_is_refused(string address) =>
        Assert.False(PublicAddress.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [InlineData("1.0.0.0")]
    [InlineData("9.255.255.255")]
    [InlineData("11.0.0.0")]
    [InlineData("100.63.255.255")]
    [InlineData("100.128.0.0")]
    [InlineData("126.255.255.255")]
    [InlineData("128.0.0.0")]
    [InlineData("168.63.129.15")]
    [InlineData("168.63.129.17")]
    [InlineData("169.253.255.255")]
    [InlineData("169.255.0.0")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.0")]
    [InlineData("191.255.255.255")]
    [InlineData("192.0.1.0")]
    [InlineData("192.0.3.0")]
    [InlineData("192.167.255.255")]
    [InlineData("192.169.0.0")]
    [InlineData("198.17.255.255")]
    [InlineData("198.20.0.0")]
    [InlineData("198.51.99.255")]
    [InlineData("198.51.101.0")]
    [InlineData("203.0.112.255")]
    [InlineData("203.0.114.0")]
    [InlineData("223.255.255.255")]
    [InlineData("2001:200::")]
    [InlineData("2001:db7:ffff::")]
    [InlineData("2001:db9::")]
    [InlineData("2003::")]
    [InlineData("2620:4f:7fff::")]
    [InlineData("2620:4f:8001::")]
    [InlineData("2a00:1450:4001:81b::200e")]
    [InlineData("3fff:1000::")]
    public void The_addresses_beside_a_block_are_public(string address) =>
        Assert.True(PublicAddress.IsPublic(IPAddress.Parse(address)));
}
