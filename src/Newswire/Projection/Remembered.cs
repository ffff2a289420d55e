namespace Newswire.Projection;

/// <summary>An object of the projection's state as this process last read or wrote it.</summary>
/// <param name="Value">What it says; the default when it does not exist.</param>
/// <param name="ETag">Its tag; null when it does not exist.</param>
internal sealed record Remembered<T>(T? Value, string? ETag)
{
    public bool Exists => ETag is not null;
}
