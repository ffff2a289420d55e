using Newswire.Feeds;
using Newswire.Formats;

namespace Newswire.Tests.Formats;

/// <summary>What a reader has to find in an entry, in whatever format. Lists have one line an item.</summary>
/// <param name="Text">The running text as HTML: the body or, without one, the standfirst; the correction after it.</param>
/// <param name="Enclosure">Address, type and length of the featured picture.</param>
/// <param name="Pictures">Address, size, caption and credits of each picture.</param>
internal sealed record EntryFacts(
    string Id,
    string Title,
    string Link,
    DateTimeOffset Published,
    DateTimeOffset Updated,
    string Authors,
    string Topics,
    string? Section,
    string? Rights,
    string Text,
    string? Enclosure,
    string Pictures)
{
    /// <summary>What the article says, apart from how the writers come to it.</summary>
    public static EntryFacts Of(Entry entry, EntryContent content)
    {
        var article = entry.Article;
        var hasBody = content == EntryContent.Full && article.Body.Length > 0;
        var featured = article.Featured;
        return new EntryFacts(
            entry.Id,
            article.Headline,
            article.Url,
            entry.Published,
            entry.Updated,
            Lines(article.Authors.Select(author => author.Name)),
            Lines(article.Topics.Select(topic => topic.Name)),
            article.Section,
            article.Rights,
            (hasBody ? article.Body : Element("p", article.Standfirst)) + Element("p><em", article.Correction),
            featured is { Type: not null, LengthBytes: not null }
                ? $"{featured.Url} {featured.Type} {featured.LengthBytes}"
                : null,
            Lines((featured is null ? [] : new[] { featured }).Concat(article.Pictures).DistinctBy(picture => picture.Url)
                .Select(picture => $"{picture.Url} {picture.LengthBytes} {picture.Width} {picture.Caption} {string.Join('|', picture.Credits)}")));
    }

    public static string Lines(IEnumerable<string> items) => string.Join('\n', items);

    /// <summary>A paragraph of plain text as HTML; empty without text.</summary>
    public static string Element(string names, string? text) => text is null
        ? ""
        : $"<{names}>{text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;")}</{string.Join("></", names.Split("><").Reverse())}>";
}
