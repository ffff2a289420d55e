namespace Newswire.Partners.Usage;

/// <summary>A request of a partner, once it was answered.</summary>
/// <param name="Partner">The partner's name.</param>
/// <param name="Counts">What it was answered, as counts: one of them is 1.</param>
/// <param name="Feed">The feed it was for; null for none.</param>
/// <param name="Articles">The ids of the articles that the partner got with it, each once.</param>
public sealed record AnsweredRequest(string Partner, UsageCounts Counts, string? Feed, IReadOnlyCollection<string> Articles);
