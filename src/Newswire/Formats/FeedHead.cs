using Newswire.Feeds;

namespace Newswire.Formats;

/// <summary>What a feed document says of the feed itself, and of its neighbours in an archived feed (RFC 5005 §4).</summary>
/// <param name="Publication">The publication.</param>
/// <param name="Name">The feed's name, such as <c>topics/crime</c>.</param>
/// <param name="Title">Its title, plain text.</param>
/// <param name="Description">One sentence about it, plain text.</param>
/// <param name="Updated">When the document last changed for a reader; the Unix epoch for one that never had an entry.</param>
public sealed record FeedHead(
    Publication Publication, string Name, string Title, string Description, DateTimeOffset Updated)
{
    /// <summary>A logo, absolute URL of an image; null for none.</summary>
    public string? LogoUrl { get; init; }

    /// <summary>The archive page this document is; null for the subscription document.</summary>
    public string? Page { get; init; }

    /// <summary>The archive page with the next older entries; null when there are none.</summary>
    public string? PreviousPage { get; init; }

    /// <summary>
    /// The archive page with the next newer entries; null when those are in the subscription document, and in the
    /// subscription document itself.
    /// </summary>
    public string? NextPage { get; init; }

    /// <summary>The entries that have gone lately, newest first. Only in the subscription document.</summary>
    public IReadOnlyList<Tombstone> Tombstones { get; init; } = [];

    /// <summary>What one partner is told beside, in a document of its own; null in a document for everybody.</summary>
    public FeedAdditions? Additions { get; init; }

    /// <summary>
    /// What those may do with the articles whom the document is for, plain text; null in documents for everybody, of which
    /// <see cref="Publication.LicenceUrl"/> and the statement of rights say it.
    /// </summary>
    public string? UsageTerms { get; init; }

    /// <summary>The statement of rights with the usage terms after it; null when neither is there.</summary>
    /// <remarks>A dash between them, since a notice ends as no sentence does.</remarks>
    internal string? Rights => (Publication.Rights, UsageTerms) switch
    {
        ({ } rights, { } terms) => $"{rights} – {terms}",
        var (rights, terms) => rights ?? terms,
    };

    /// <summary>What the documents of a feed say of it.</summary>
    /// <param name="publication">The publication, whose values stand in for what nothing is said of.</param>
    /// <param name="name">The feed's name.</param>
    /// <param name="title">What people call the feed.</param>
    /// <param name="definition">What the newsroom says of it; null when nothing.</param>
    /// <param name="moments">The moments at which something in the document changed for a reader.</param>
    public static FeedHead Of(
        Publication publication,
        string name,
        string title,
        FeedDefinition? definition,
        IEnumerable<DateTimeOffset> moments) => new(
            publication,
            name,
            $"{publication.Title}: {title}",
            definition?.Description ?? publication.Description,
            moments.DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max())
        {
            LogoUrl = definition?.LogoUrl ?? publication.LogoUrl,
        };
}
