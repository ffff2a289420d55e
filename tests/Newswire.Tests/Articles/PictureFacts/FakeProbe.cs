using System.Collections.Concurrent;
using Newswire.Articles.PictureFacts;

namespace Newswire.Tests.Articles.PictureFacts;

/// <summary>Answers as told and notes what it is asked.</summary>
internal sealed class FakeProbe : IPictureProbe
{
    public ConcurrentQueue<string> Asked { get; } = [];

    /// <summary>What is found at an address; null when nothing is.</summary>
    public Func<string, FoundFacts?> Facts { get; set; } = _ => new FoundFacts(1200, 800, "image/jpeg", 123_456);

    /// <summary>What an answer waits for.</summary>
    public Func<string, CancellationToken, Task> Delay { get; set; } = (_, _) => Task.CompletedTask;

    public async Task<ProbedPicture> ProbeAsync(string url, CancellationToken cancellationToken)
    {
        Asked.Enqueue(url);
        await Delay(url, cancellationToken);
        return Facts(url) is { } facts ? new ProbedPicture(ProbeOutcome.Found, facts) : new ProbedPicture(ProbeOutcome.Unreachable);
    }
}
