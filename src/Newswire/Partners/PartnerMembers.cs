using System.Globalization;
using Newswire.Feeds;
using Newswire.Json;

namespace Newswire.Partners;

/// <summary>Reads and checks the members of one record, each by itself; see <see cref="PartnerIntake"/> for its feeds.</summary>
internal sealed class PartnerMembers
{
    private readonly JsonMembers members;
    private readonly string pointer;
    private readonly List<Fault> faults;
    private readonly SentText text;

    private PartnerMembers(JsonMembers members, string pointer, List<Fault> faults) =>
        (this.members, this.pointer, this.faults, text) = (members, pointer, faults, new SentText(faults));

    /// <summary>The partner, without keys; worth nothing when there are faults.</summary>
    /// <param name="name">The partner's name.</param>
    /// <param name="members">The members of the record.</param>
    /// <param name="pointer">Where it stands.</param>
    /// <param name="faults">Where faults are added.</param>
    public static Partner Read(string name, JsonMembers members, string pointer, List<Fault> faults) =>
        new PartnerMembers(members, pointer, faults).Read(name);

    private Partner Read(string name)
    {
        if (name.Length is 0 or > Slug.MaxLength || Slug.From(name) != name)
        {
            Add("/name", $"Must be small letters, digits and single hyphens, at most {Slug.MaxLength} characters.");
        }

        var title = text.Line(pointer + "/title", members.Text("title"), PartnerLimits.MaxName);
        if (title is null)
        {
            Add("/title", "Is missing: say what people call the partner.");
        }

        return new Partner
        {
            Name = name,
            Title = title ?? "",
            Contact = text.Line(pointer + "/contact", members.Text("contact"), PartnerLimits.MaxName),
            Feeds = Feeds(),
            Profile = Profile(),
            Quota = members.Object("quota", Quota) ?? PartnerQuota.Default,
            EarlyAccess = Number(members, "earlyAccessMinutes", pointer, PartnerLimits.MaxEarlyAccessMinutes) is { } minutes
                ? TimeSpan.FromMinutes(minutes)
                : null,
        };
    }

    private IReadOnlyList<string> Feeds()
    {
        var feeds = members.Texts("feeds");
        text.AtMost(pointer + "/feeds", feeds.Count, PartnerLimits.MaxFeeds, "feeds");
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (var (index, feed) in feeds.Take(PartnerLimits.MaxFeeds).Index())
        {
            if (!FeedName.IsValid(feed))
            {
                Add($"/feeds/{index}", "Must be the name of a feed, as it stands in its address behind /feeds/.");
            }
            else if (!seen.Add(feed))
            {
                Add($"/feeds/{index}", "Stands in the list before; leave one out.");
            }
        }

        return feeds;
    }

    private PartnerProfile Profile()
    {
        PartnerProfile? profile = members.Text("profile") switch
        {
            null or "generic" => PartnerProfile.Generic,
            "msn" => PartnerProfile.Msn,
            "smartnews" => PartnerProfile.SmartNews,
            "flipboard" => PartnerProfile.Flipboard,
            _ => null,
        };
        if (profile is null)
        {
            Add("/profile", "Must be generic, msn, smartnews or flipboard.");
        }

        return profile ?? PartnerProfile.Generic;
    }

    private PartnerQuota Quota(JsonMembers quota, string at) => new(
        Number(quota, "perHour", at, PartnerLimits.MaxPerHour) ?? PartnerQuota.Default.PerHour,
        Number(quota, "perDay", at, PartnerLimits.MaxPerDay) ?? PartnerQuota.Default.PerDay);

    private int? Number(JsonMembers from, string member, string at, int most)
    {
        var number = from.Integer(member);
        if (number < 1 || number > most)
        {
            faults.Add(new Fault($"{at}/{member}", string.Create(CultureInfo.InvariantCulture, $"Must be from 1 to {most}.")));
            return null;
        }

        return (int?)number;
    }

    private void Add(string member, string detail) => faults.Add(new Fault(pointer + member, detail));
}
