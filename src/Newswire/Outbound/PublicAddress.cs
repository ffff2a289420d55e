using System.Net;
using System.Net.Sockets;

namespace Newswire.Outbound;

/// <summary>
/// Tells the addresses of the public internet from those that mean something else: this machine, its network, its
/// cloud, a group, an example.
/// </summary>
/// <remarks>
/// The blocks are those of the IANA IPv4 and IPv6 Special-Purpose Address Registries (RFC 6890) and of multicast. Blocks
/// that are reachable from everywhere and hold no web server, such as the anycast of AS112, are refused too.
/// </remarks>
public static class PublicAddress
{
    /// <summary>RFC 4291 §2.4 and the registry of IPv6 address space: all that has been given out for unicast so far.</summary>
    private static readonly IPNetwork GlobalUnicast6 = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork[] Refused4 =
    [
        .. Networks(
            "0.0.0.0/8", // this network (RFC 791 §3.2); connecting to 0.0.0.0 reaches this machine
            "10.0.0.0/8", // private (RFC 1918)
            "100.64.0.0/10", // shared by carriers (RFC 6598); the metadata of Alibaba's cloud
            "127.0.0.0/8", // loopback (RFC 1122 §3.2.1.3)
            "168.63.129.16/32", // the host behind an Azure machine: public by its number, and never elsewhere
            "169.254.0.0/16", // link-local (RFC 3927); the metadata of most clouds
            "172.16.0.0/12", // private (RFC 1918)
            "192.0.0.0/24", // protocol assignments (RFC 6890 §2.1); the metadata of Oracle's cloud
            "192.0.2.0/24", // documentation (RFC 5737)
            "192.31.196.0/24", // AS112 (RFC 7535)
            "192.52.193.0/24", // AMT (RFC 7450)
            "192.88.99.0/24", // relays of 6to4 (RFC 7526)
            "192.168.0.0/16", // private (RFC 1918)
            "192.175.48.0/24", // AS112 (RFC 7534)
            "198.18.0.0/15", // benchmarks (RFC 2544)
            "198.51.100.0/24", // documentation (RFC 5737)
            "203.0.113.0/24", // documentation (RFC 5737)
            "224.0.0.0/4", // multicast (RFC 5771)
            "240.0.0.0/4"), // reserved (RFC 1112 §4), broadcast (RFC 919)
    ];

    /// <summary>
    /// What of <see cref="GlobalUnicast6"/> is refused. Outside of it, and so refused without a line here, are loopback,
    /// the mapped form of IPv4 (<c>::ffff:0:0/96</c>), NAT64 (<c>64:ff9b::/96</c>, <c>64:ff9b:1::/48</c>), discard
    /// (<c>100::/64</c>), SRv6 (<c>5f00::/16</c>), unique local, link-local, site-local and multicast addresses.
    /// </summary>
    private static readonly IPNetwork[] Refused6 =
    [
        .. Networks(
            "2001::/23", // protocol assignments (RFC 2928): Teredo, benchmarks, ORCHID, AMT, AS112, DRIP
            "2001:db8::/32", // documentation (RFC 3849)
            "2002::/16", // 6to4 (RFC 3056): an IPv4 address in disguise
            "2620:4f:8000::/48", // AS112 (RFC 7534)
            "3fff::/20"), // documentation (RFC 9637)
    ];

    /// <summary>
    /// Whether the address is one of a single host on the public internet. Any form of an IPv4 address inside an IPv6
    /// address is none.
    /// </summary>
    public static bool IsPublic(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (address.AddressFamily == AddressFamily.InterNetwork)
        {
            return !Array.Exists(Refused4, network => network.Contains(address));
        }

        // The mapped form is named because IPNetwork takes it for IPv4, and finds ::ffff:8.8.8.8 in 2000::/3.
        return !address.IsIPv4MappedToIPv6
            && GlobalUnicast6.Contains(address)
            && !Array.Exists(Refused6, network => network.Contains(address));
    }

    private static IEnumerable<IPNetwork> Networks(params string[] networks) =>
        networks.Select(network => IPNetwork.Parse(network));
}
