namespace Newswire.Formats;

/// <summary>The program that wrote a document.</summary>
internal static class FeedGenerator
{
    /// <summary>Without a version, so that a deployment changes no byte of any document.</summary>
    public const string Name = "Newswire";
}
