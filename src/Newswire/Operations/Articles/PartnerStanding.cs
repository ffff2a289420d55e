namespace Newswire.Operations.Articles;

/// <summary>Whether a partner may have an article.</summary>
/// <param name="Partner">The partner's name.</param>
/// <param name="Title">What people call it.</param>
/// <param name="IsGiven">Whether it gets it, now or from <paramref name="From"/> on.</param>
/// <param name="From">From when on readers see what it gets, when that is to come; null otherwise.</param>
/// <param name="Reasons">Why it does not get it, each a sentence; none when it does.</param>
public sealed record PartnerStanding(
    string Partner, string Title, bool IsGiven, DateTimeOffset? From, IReadOnlyList<string> Reasons);
