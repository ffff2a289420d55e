using System.Globalization;
using Newswire.Projection;

namespace Newswire.Server.Definitions;

/// <summary>Every feed there is or was, a line each.</summary>
internal static class FeedTable
{
    public static async Task WriteAsync(FeedsInForce feeds, TextWriter output, CancellationToken cancellationToken)
    {
        var definitions = await feeds.DefinitionsAsync(cancellationToken);
        var list = await feeds.ListAsync(cancellationToken);
        var walks = (await feeds.WalksAsync(cancellationToken)).ToDictionary(walk => walk.Feed, StringComparer.Ordinal);
        var names = list.Titles.Keys.Concat(definitions.ByName.Keys).Concat(definitions.Moved.Keys).Concat(definitions.Retired)
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var width = names.Select(name => name.Length).DefaultIfEmpty().Max();
        foreach (var name in names)
        {
            var state = definitions.MovedTo(name) is { } now ? "moved to " + now
                : definitions.IsRetired(name) ? "retired"
                : walks.TryGetValue(name, out var walk)
                    ? string.Create(CultureInfo.InvariantCulture, $"filled to {walk.Share:P0}  {TitleOf(name)}")
                : TitleOf(name);
            await output.WriteLineAsync($"{name.PadRight(width)}  {state}");
        }

        string TitleOf(string name) => list.Titles.GetValueOrDefault(name) ?? definitions.Title(name, []);
    }
}
