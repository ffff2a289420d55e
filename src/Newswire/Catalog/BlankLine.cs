using System.Text.Json;

namespace Newswire.Catalog;

/// <summary>What takes the place of a line whose content goes: an <see cref="Change.Erased"/>, then spaces.</summary>
internal static class BlankLine
{
    // Shared by every patch, so that blanking a line of 64 MiB takes no 64 MiB.
    private static readonly byte[] Spaces = [.. Enumerable.Repeat((byte)' ', 64 * 1024)];

    /// <summary>What remains of a published version. Nothing in it is content.</summary>
    public static Change.Erased Of(Change.Publish publish) => new()
    {
        ArticleId = publish.ArticleId,
        Received = publish.Received,
        Version = publish.Version,
        Published = publish.Published,
        Embargo = publish.Embargo,
    };

    /// <summary>The patches that put it over a line of its page; null when the line is too short for it.</summary>
    /// <param name="erased">What the line is to say.</param>
    /// <param name="offset">Where the line begins, in bytes from the start of its page.</param>
    /// <param name="lengthBytes">The length of the line without its line feed.</param>
    public static IReadOnlyList<PagePatch>? Patches(Change.Erased erased, long offset, long lengthBytes)
    {
        var text = JsonSerializer.SerializeToUtf8Bytes<Change>(erased, CatalogJson.Line.Change);
        if (text.Length > lengthBytes)
        {
            return null;
        }

        List<PagePatch> patches = [new(offset, text)];
        for (long done = text.Length, length; done < lengthBytes; done += length)
        {
            length = Math.Min(Spaces.Length, lengthBytes - done);
            patches.Add(new PagePatch(offset + done, Spaces.AsMemory(0, (int)length)));
        }

        return patches;
    }
}
