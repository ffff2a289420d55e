namespace Newswire.Articles;

/// <summary>Whose a picture is and what may be done with it. What is not said is null; at least one is not.</summary>
/// <remarks>Names as in schema.org's ImageObject and in the IPTC Photo Metadata Standard, which say the same.</remarks>
public sealed record PictureRights
{
    /// <summary>The claim of copyright, as the owner wants it printed, plain text: <c>© 2026 Tidewater Press</c>.</summary>
    public string? CopyrightNotice { get; init; }

    /// <summary>Who grants licences; not always the owner, and not always one of the credits.</summary>
    public Licensor? Licensor { get; init; }

    /// <summary>Where the licence is that it is published under, absolute http or https.</summary>
    public string? License { get; init; }

    /// <summary>What may be done with it and what may not, in words, plain text (IPTC: Rights Usage Terms).</summary>
    public string? UsageTerms { get; init; }

    /// <summary>
    /// Whether it may be passed on to others. False means that no partner ever gets it
    /// (<see cref="SyndicatedArticle.Of"/>); true, or not said, that the contract for the article holds for it too.
    /// </summary>
    public bool? Syndicate { get; init; }

    /// <summary>
    /// What others get in its place when <see cref="Syndicate"/> is false: the same picture in a form that may be passed
    /// on, smaller or with a mark, or another picture. One that says nothing of itself (no caption, alt, credits and
    /// rights) is the same picture and takes all that over; otherwise what it says of itself is all there is. It has no
    /// <see cref="Syndicate"/> and no <see cref="Rendition"/> of its own.
    /// </summary>
    public Picture? Rendition { get; init; }

    /// <summary>
    /// Other addresses of the picture whose names do not tell (<see cref="Html.ImageFile"/>), as the body offered them at
    /// ingest: the candidates of <c>srcset</c>. Null when there are none.
    /// </summary>
    public IReadOnlyList<string>? AlsoAt { get; init; }
}
