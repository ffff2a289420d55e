using System.Buffers;
using Newswire.Json;

namespace Newswire.Articles;

/// <summary>The newsroom's own id of an article: what identities of entries and names in storage are made of.</summary>
public static class ArticleId
{
    /// <summary>The most characters an id may have.</summary>
    public const int MaxLength = 128;

    /// <summary>What is said of an id that is none.</summary>
    public static readonly Fault Fault = new(
        "/id", $"Must be 1 to {MaxLength} characters, each an ASCII letter, a digit or one of - . _ ~, not dots alone.");

    /// <summary>RFC 3986 §2.3: what never needs encoding in a URL.</summary>
    private static readonly SearchValues<char> Unreserved =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~");

    /// <summary>
    /// Whether <paramref name="id"/> has 1 to 128 characters, all ASCII letters, digits or <c>-._~</c>, not only dots
    /// (clients remove <c>.</c> and <c>..</c> from paths, RFC 3986 §5.2.4).
    /// </summary>
    public static bool IsValid(string? id) =>
        id is { Length: > 0 and <= MaxLength }
        && !id.AsSpan().ContainsAnyExcept(Unreserved)
        && id.AsSpan().ContainsAnyExcept('.');
}
