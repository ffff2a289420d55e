namespace Newswire.Catalog;

/// <summary>Bytes to put in the place of others of the same number; see <see cref="ICatalogPages.OverwriteAsync"/>.</summary>
/// <param name="Offset">Bytes from the start of the page.</param>
/// <param name="Bytes">What is to stand there.</param>
public sealed record PagePatch(long Offset, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Where the patch ends, in bytes from the start of the page.</summary>
    public long End => Offset + Bytes.Length;

    /// <summary>Puts what of the patch falls into a stretch of the page there.</summary>
    /// <param name="stretch">The stretch.</param>
    /// <param name="offset">Where the stretch begins, in bytes from the start of the page.</param>
    public void ApplyTo(Span<byte> stretch, long offset)
    {
        var from = Math.Max(Offset, offset);
        var end = Math.Min(End, offset + stretch.Length);
        if (from < end)
        {
            Bytes.Span[(int)(from - Offset)..(int)(end - Offset)].CopyTo(stretch[(int)(from - offset)..]);
        }
    }
}
