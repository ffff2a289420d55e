namespace Newswire.Importing;

/// <summary>A file of a source.</summary>
/// <param name="Name">How people find it: its path below the folder that was named, or in the archive.</param>
/// <param name="Open">Opens it for reading from its beginning, unpacked; as often as asked.</param>
internal sealed record ImportFile(string Name, Func<Stream> Open);
