using System.Buffers;

namespace Newswire.Formats;

/// <summary>
/// A growing run of bytes in rented memory: what is written leaves it once, as an array of the exact length.
/// </summary>
internal sealed class PooledBuffer(int capacityBytes) : IBufferWriter<byte>, IDisposable
{
    private byte[] rented = ArrayPool<byte>.Shared.Rent(capacityBytes);

    /// <summary>How much has been written.</summary>
    public int LengthBytes { get; private set; }

    public ReadOnlySpan<byte> Written => rented.AsSpan(0, LengthBytes);

    public void Advance(int count) => LengthBytes += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return rented.AsMemory(LengthBytes);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return rented.AsSpan(LengthBytes);
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(rented);

    private void Reserve(int count)
    {
        count = Math.Max(count, 1);
        if (rented.Length - LengthBytes >= count)
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(checked(LengthBytes + Math.Max(count, LengthBytes)));
        Written.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(rented);
        rented = larger;
    }
}
