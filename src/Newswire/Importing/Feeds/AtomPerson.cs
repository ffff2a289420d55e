using System.Xml.Linq;
using Newswire.Articles;
using Newswire.Articles.Html;
using Newswire.Importing.Xml;

namespace Newswire.Importing.Feeds;

/// <summary>Reads Atom's person constructs (RFC 4287 §3.2).</summary>
internal static class AtomPerson
{
    /// <summary>The person; none when it has no name.</summary>
    public static IEnumerable<Author> Read(XElement person, Uri? document) =>
        person.Element(FeedVocabulary.Atom + "name").Text() is { } name
            ? [new Author(name, WebAddress.Resolve(person.Element(FeedVocabulary.Atom + "uri").Text(), XmlBase.Of(person, document)))]
            : [];
}
