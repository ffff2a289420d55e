namespace Newswire.Benchmarks.Operations;

/// <summary>Counts the bytes that go to storage and come from it.</summary>
internal sealed class Traffic
{
    private long readBytes;
    private long writtenBytes;

    public long ReadBytes => Volatile.Read(ref readBytes);

    public long WrittenBytes => Volatile.Read(ref writtenBytes);

    public void Read(int bytes) => Interlocked.Add(ref readBytes, bytes);

    public void Written(int bytes) => Interlocked.Add(ref writtenBytes, bytes);
}
