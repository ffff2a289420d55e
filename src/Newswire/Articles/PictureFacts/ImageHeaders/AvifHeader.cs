namespace Newswire.Articles.PictureFacts.ImageHeaders;

/// <summary>
/// AVIF: the properties of the primary item (AV1 Image File Format §4; ISO/IEC 23008-12 §9.3, §6.5). A file holds
/// several images, transparency and thumbnails among them, each with a size of its own.
/// </summary>
internal static class AvifHeader
{
    private const string Type = "image/avif";

    public static ImageHeader? Read(ReadOnlySpan<byte> bytes)
    {
        if (!IsoBox.TryTake(ref bytes, out var kind) || !kind.Type.SequenceEqual("ftyp"u8) || !IsAvif(kind.Content))
        {
            return null;
        }

        var meta = Full(IsoBox.Find(bytes, "meta"u8));
        var primary = PrimaryItem(IsoBox.Find(meta, "pitm"u8));
        var properties = IsoBox.Find(meta, "iprp"u8);
        var all = IsoBox.Find(properties, "ipco"u8);
        var header = ImageHeader.Of(Type, width: null, height: null);
        var isTurned = false;
        foreach (var number in PropertiesOf(primary, IsoBox.Find(properties, "ipma"u8)))
        {
            var property = IsoBox.At(all, number);
            if (property.Type.SequenceEqual("clap"u8))
            {
                // Only a part is shown; how large it is takes fractions that nobody else bothers with.
                return ImageHeader.Of(Type, width: null, height: null);
            }

            if (property.Type.SequenceEqual("ispe"u8))
            {
                header = ImageHeader.Of(Type, Field.Big(property.Content, 4, 4), Field.Big(property.Content, 8, 4));
            }

            isTurned |= property.Type.SequenceEqual("irot"u8) && property.Content is [var quarters, ..] && (quarters & 1) == 1;
        }

        return isTurned ? header.Turned() : header;
    }

    /// <summary>The major brand, then a version, then the compatible ones.</summary>
    private static bool IsAvif(ReadOnlySpan<byte> brands)
    {
        for (; brands.Length >= 4; brands = brands[4..])
        {
            if (brands.StartsWith("avif"u8) || brands.StartsWith("avis"u8))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What follows version and flags.</summary>
    private static ReadOnlySpan<byte> Full(ReadOnlySpan<byte> content) => content.Length < 4 ? [] : content[4..];

    private static uint? PrimaryItem(ReadOnlySpan<byte> pitm) =>
        Field.Big(pitm, 4, Field.Big(pitm, 0, 1) == 0 ? 2 : 4);

    /// <summary>The numbers of the item's properties, less the bits in front that are not part of them.</summary>
    private static List<uint> PropertiesOf(uint? item, ReadOnlySpan<byte> ipma)
    {
        var idBytes = Field.Big(ipma, 0, 1) == 0 ? 2 : 4;
        var (numberBytes, mask) = (Field.Big(ipma, 3, 1) & 1) == 1 ? (2, 0x7FFFu) : (1, 0x7Fu);
        long at = 8;
        while (Field.Big(ipma, at, idBytes) is { } id && Field.Big(ipma, at + idBytes, 1) is { } count)
        {
            at += idBytes + 1;
            if (id == item)
            {
                return NumbersAt(ipma, at, (int)count);
            }

            at += count * numberBytes;
        }

        return [];

        List<uint> NumbersAt(ReadOnlySpan<byte> bytes, long from, int count)
        {
            List<uint> numbers = [];
            for (var i = 0; i < count; i++)
            {
                if (Field.Big(bytes, from + (i * numberBytes), numberBytes) is { } number)
                {
                    numbers.Add(number & mask);
                }
            }

            return numbers;
        }
    }
}
