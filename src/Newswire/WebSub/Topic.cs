using Newswire.Feeds;
using Newswire.Formats;

namespace Newswire.WebSub;

/// <summary>
/// What can be subscribed to: the subscription document of a feed in one format (W3C WebSub §2, topic). Archive documents
/// and pages for people are none.
/// </summary>
/// <param name="Feed">The feed's name.</param>
/// <param name="Extension">The format's file extension.</param>
public sealed record Topic(string Feed, string Extension)
{
    /// <summary>The topic URL, which the document names as <c>self</c>.</summary>
    public string Url(Publication publication) => FeedAddresses.Url(publication, Feed, Extension);

    /// <summary>The form it has in messages and in names of objects: <c>topics/crime.atom</c>.</summary>
    public override string ToString() => $"{Feed}.{Extension}";

    /// <summary>Reads the form of <see cref="ToString"/>.</summary>
    public static Topic Parse(string text)
    {
        var dot = text.LastIndexOf('.');
        return new Topic(text[..dot], text[(dot + 1)..]);
    }
}
