using Newswire.Json;

namespace Newswire.Feeds.Definitions;

/// <summary>Reads what a newsroom says of its feeds: bytes in, definitions or the reasons against them out. Pure.</summary>
public static class FeedDefinitionReader
{
    /// <summary>Reads the definition of a feed whose name is known from elsewhere, such as the URL.</summary>
    public static JsonOutcome<FeedDefinition> Read(string name, ReadOnlyMemory<byte> json) =>
        StrictJson.Read(json, DefinitionLimits.MaxDefinitionBytes, (members, faults) =>
        {
            if (members.Text("name") is { } named && named != name)
            {
                faults.Add(new Fault("/name", "Must be the name in the URL; it may be left out."));
            }

            return InOrder(DefinitionMembers.Read(name, members, "", faults), faults);
        });

    /// <summary>
    /// Reads a file of definitions, <c>{"feeds": [{"name": …, …}, …]}</c>. One that is wrong refuses them all.
    /// </summary>
    public static JsonOutcome<IReadOnlyList<FeedDefinition>> ReadFile(ReadOnlyMemory<byte> json) =>
        StrictJson.Read(json, DefinitionLimits.MaxFileBytes, (members, faults) =>
        {
            HashSet<string> names = new(StringComparer.Ordinal);
            var feeds = members.Objects("feeds", (feed, pointer) =>
            {
                var name = feed.Text("name") ?? "";
                if (!names.Add(name))
                {
                    faults.Add(new Fault(pointer + "/name", "Stands for a feed that the file defines before; leave one out."));
                }

                return DefinitionMembers.Read(name, feed, pointer, faults);
            });
            if (feeds.Count == 0)
            {
                faults.Add(new Fault("/feeds", "Is missing or empty: list the definitions of feeds."));
            }

            return InOrder(feeds, faults);
        });

    private static T? InOrder<T>(T value, List<Fault> faults)
        where T : class => faults.Count == 0 ? value : null;
}
