using Newswire.Json;

namespace Newswire.Partners;

/// <summary>Reads what a newsroom says of its partners: bytes in, records or the reasons against them out. Pure.</summary>
public static class PartnerReader
{
    /// <summary>Reads the record of a partner whose name is known from elsewhere, such as the URL.</summary>
    public static JsonOutcome<Partner> Read(string name, ReadOnlyMemory<byte> json) =>
        StrictJson.Read(json, PartnerLimits.MaxRecordBytes, (members, faults) =>
        {
            if (members.Text("name") is { } named && named != name)
            {
                faults.Add(new Fault("/name", "Must be the name in the URL; it may be left out."));
            }

            return InOrder(PartnerMembers.Read(name, members, "", faults), faults);
        });

    /// <summary>
    /// Reads a file of records, <c>{"partners": [{"name": …, …}, …]}</c>. One that is wrong refuses them all.
    /// </summary>
    public static JsonOutcome<IReadOnlyList<Partner>> ReadFile(ReadOnlyMemory<byte> json) =>
        StrictJson.Read(json, PartnerLimits.MaxFileBytes, (members, faults) =>
        {
            HashSet<string> names = new(StringComparer.Ordinal);
            var partners = members.Objects("partners", (partner, pointer) =>
            {
                var name = partner.Text("name") ?? "";
                if (!names.Add(name))
                {
                    faults.Add(new Fault(pointer + "/name", "Stands for a partner that the file lists before; leave one out."));
                }

                return PartnerMembers.Read(name, partner, pointer, faults);
            });
            if (partners.Count == 0)
            {
                faults.Add(new Fault("/partners", "Is missing or empty: list the records of partners."));
            }

            return InOrder(partners, faults);
        });

    private static T? InOrder<T>(T value, List<Fault> faults)
        where T : class => faults.Count == 0 ? value : null;
}
