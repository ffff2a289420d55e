namespace Newswire.Http.Serving.Deltas;

/// <summary>What is new in a document for a reader who has an older version.</summary>
/// <param name="Document">
/// The document with only its new and changed entries; its validators are those of the whole document.
/// </param>
/// <param name="BaseTag">The tag of the older version as the reader sent it, without quotes.</param>
internal sealed record Delta(Document Document, string BaseTag);
