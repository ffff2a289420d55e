using System.Collections.Concurrent;

namespace Newswire.Articles.PictureFacts;

/// <summary>
/// What this process has found, so that a picture is asked for once: when content is sent again before its view is
/// written, and when articles share a picture.
/// </summary>
/// <param name="max">How many answers are kept.</param>
/// <param name="time">The clock by which they grow old.</param>
internal sealed class FactMemory(int max, TimeProvider time)
{
    /// <summary>How long facts are remembered.</summary>
    public static readonly TimeSpan FoundFor = TimeSpan.FromDays(1);

    /// <summary>
    /// How long it is remembered that nothing was found. Longer than a CMS repeats a request, so that the repetition
    /// brings the same content; short enough for a picture that was still on its way to its host.
    /// </summary>
    public static readonly TimeSpan UnknownFor = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, (FoundFacts? Facts, DateTimeOffset Until)> answers = new(StringComparer.Ordinal);

    /// <summary>Whether the picture was asked for lately.</summary>
    /// <param name="url">Where it is.</param>
    /// <param name="facts">What was found; null if nothing was.</param>
    public bool TryRecall(string url, out FoundFacts? facts)
    {
        var isKnown = answers.TryGetValue(url, out var answer) && answer.Until > time.GetUtcNow();
        facts = isKnown ? answer.Facts : null;
        return isKnown;
    }

    public void Remember(string url, FoundFacts? facts)
    {
        if (answers.Count >= max)
        {
            answers.Clear();
        }

        answers[url] = (facts, time.GetUtcNow() + (facts is null ? UnknownFor : FoundFor));
    }
}
