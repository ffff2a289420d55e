using System.Globalization;
using Newswire.Storage;

namespace Newswire.Projection.Streams;

/// <summary>Where the streams are kept.</summary>
internal static class StreamPaths
{
    public static readonly ObjectPath Heads = new(Containers.Projection, "streams.json");

    public static ObjectPath Page(string partner, string epoch, long page) => new(
        Containers.Projection, string.Create(CultureInfo.InvariantCulture, $"streams/{partner}/{epoch}/{page:D8}.json"));
}
