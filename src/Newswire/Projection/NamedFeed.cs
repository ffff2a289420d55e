namespace Newswire.Projection;

/// <summary>A feed that comes into being because a version names it.</summary>
/// <param name="From">From when on.</param>
/// <param name="Feed">Its name.</param>
public sealed record NamedFeed(DateTimeOffset From, string Feed);
