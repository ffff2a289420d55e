using System.IO.Compression;

namespace Newswire.Importing;

/// <summary>A file in a zip archive; closing it closes the archive.</summary>
internal sealed class ZipEntryStream : Stream
{
    private readonly ZipArchive archive;
    private readonly Stream content;

    /// <param name="path">The archive.</param>
    /// <param name="entry">The name of the file in it.</param>
    public ZipEntryStream(string path, string entry)
    {
        archive = ZipFile.OpenRead(path);
        content = archive.GetEntry(entry)!.Open();
    }

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => content.Read(buffer, offset, count);

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer) => content.Read(buffer);

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            content.Dispose();
            archive.Dispose();
        }

        base.Dispose(disposing);
    }
}
