using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Newswire.Articles.Submissions;
using Newswire.Catalog;
using Newswire.Projection;
using Newswire.Telemetry;

namespace Newswire.Articles.PictureFacts;

/// <summary>
/// Finds what the CMS did not say of an article's pictures, before the article is accepted. So the facts are in the
/// catalog, and the same for good: no reader, pass or rebuild asks again.
/// </summary>
public sealed class PictureFinder(
    ArticleViews views, IPictureProbe probe, PictureProbeOptions options, TimeProvider time, ILogger<PictureFinder> log)
{
    private readonly FactMemory memory = new(options.MaxRemembered, time);

    /// <summary>As <see cref="CompleteAsync(IReadOnlyList{SubmissionOutcome}, CancellationToken)"/>.</summary>
    public async Task<SubmissionOutcome> CompleteAsync(SubmissionOutcome outcome, CancellationToken cancellationToken) =>
        (await CompleteAsync([outcome], cancellationToken))[0];

    /// <summary>
    /// The outcomes in their order, accepted articles with what could be found of their pictures within
    /// <see cref="PictureProbeOptions.MaxRequestTime"/>. Articles that lack nothing cost nothing.
    /// </summary>
    /// <exception cref="Storage.StorageAwayException">The view of an article cannot be read.</exception>
    public async Task<IReadOnlyList<SubmissionOutcome>> CompleteAsync(
        IReadOnlyList<SubmissionOutcome> outcomes, CancellationToken cancellationToken)
    {
        var completed = outcomes.ToArray();
        var open = new ConcurrentDictionary<int, Change.Publish>();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.MaxParallel, CancellationToken = cancellationToken };

        // First what is known: the view has what was found when the article was last published.
        await Parallel.ForEachAsync(LackingIn(outcomes), parallel, async (at, token) =>
        {
            var (change, isSettled) = await CarryAsync(PublishIn(outcomes[at])!, token);
            completed[at] = With(outcomes[at], change);
            if (!isSettled)
            {
                open[at] = change;
            }
        });

        // Then what is not, each picture once, however many articles show it.
        var found = await FindAsync(open.OrderBy(pair => pair.Key).Select(pair => pair.Value), cancellationToken);
        foreach (var (at, change) in open)
        {
            completed[at] = With(outcomes[at], change with { Article = PictureCompletion.Complete(change.Article, found) });
        }

        return completed;
    }

    private static IEnumerable<int> LackingIn(IReadOnlyList<SubmissionOutcome> outcomes) =>
        Enumerable.Range(0, outcomes.Count)
            .Where(at => PublishIn(outcomes[at]) is { } change && PictureCompletion.Lacking(change.Article).Count > 0);

    private static Change.Publish? PublishIn(SubmissionOutcome outcome) =>
        (outcome as SubmissionOutcome.Accepted)?.Change as Change.Publish;

    private static SubmissionOutcome With(SubmissionOutcome outcome, Change.Publish change) =>
        (SubmissionOutcome.Accepted)outcome with { Change = change };

    /// <summary>
    /// The change with the facts of the article's view. It is settled when that makes it the article of the view: content
    /// sent again must not differ because a picture can be had today that could not be had then.
    /// </summary>
    private async Task<(Change.Publish Change, bool IsSettled)> CarryAsync(Change.Publish change, CancellationToken cancellationToken)
    {
        if ((await views.FindAsync(change.ArticleId, cancellationToken))?.Held is not [.., { Article: { } before }])
        {
            return (change, false);
        }

        var article = PictureCompletion.Complete(change.Article, PictureCompletion.Carried(change.Article, before));
        return (change with { Article = article }, Fingerprint.Of(article) == Fingerprint.Of(before));
    }

    private async Task<IReadOnlyDictionary<string, FoundFacts>> FindAsync(
        IEnumerable<Change.Publish> changes, CancellationToken cancellationToken)
    {
        var found = new ConcurrentDictionary<string, FoundFacts>(StringComparer.Ordinal);
        var wanted = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var change in changes)
        {
            foreach (var url in PictureCompletion.Lacking(change.Article).Take(options.MaxPicturesPerArticle))
            {
                if (!memory.TryRecall(url, out var facts))
                {
                    wanted.TryAdd(url, change.ArticleId);
                }
                else if (facts is not null)
                {
                    found[url] = facts;
                }
            }
        }

        if (options.Probe && wanted.Count > 0)
        {
            await AskAsync(wanted, found, cancellationToken);
        }

        return found;
    }

    private async Task AskAsync(
        Dictionary<string, string> wanted, ConcurrentDictionary<string, FoundFacts> found, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(options.MaxRequestTime, time);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.MaxParallel, CancellationToken = limit.Token };
        try
        {
            await Parallel.ForEachAsync(wanted, parallel, async (picture, token) =>
            {
                var (url, articleId) = picture;
                var (outcome, facts) = await probe.ProbeAsync(url, token);
                Measures.PicturesAsked.Count(Measures.Outcome, outcome.ToString());
                if (facts is not null)
                {
                    found[url] = facts;
                }
                else
                {
                    Log.PictureUnknown(log, articleId, new Uri(url).Host, outcome);
                }
            });
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            Log.PicturesTookTooLong(log, wanted.Count, wanted.Keys.Count(found.ContainsKey));
        }

        foreach (var url in wanted.Keys)
        {
            memory.Remember(url, found.GetValueOrDefault(url));
        }
    }
}
