using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Newswire.Feeds;
using Newswire.Partners.Changes;
using Newswire.Projection;
using Newswire.Storage;

namespace Newswire.Partners.Webhooks;

/// <summary>
/// What there is to tell a partner: the newest changes of its stream that fit into one delivery. Read afresh each time, since
/// a message that there is news may come within the second for which others rely on what they have read.
/// </summary>
public sealed class WebhookNews : IDisposable
{
    /// <summary>While changes come in, that many answers are read for one delivery; what comes then is the next one's.</summary>
    private const int MaxAnswers = 4;

    private readonly PartnerStreams streams;
    private readonly PartnerChanges changes;
    private readonly WebhookOptions options;

    /// <summary>Reads nothing yet.</summary>
    /// <param name="store">Where the streams are.</param>
    /// <param name="feeds">By what articles are selected.</param>
    /// <param name="partners">What partners may have.</param>
    /// <param name="views">The articles.</param>
    /// <param name="publication">Whose articles they are.</param>
    /// <param name="options">How much fits.</param>
    /// <param name="time">The clock.</param>
    public WebhookNews(
        IObjectStore store,
        FeedsInForce feeds,
        PartnerRecords partners,
        ArticleViews views,
        Publication publication,
        WebhookOptions options,
        TimeProvider time)
    {
        this.options = options;
        streams = new PartnerStreams(store, feeds, time, TimeSpan.Zero);
        changes = new PartnerChanges(streams, partners, views, publication, time);
    }

    /// <summary>Where the partner's stream ends; null as long as it has none.</summary>
    /// <exception cref="StorageAwayException">Storage did not answer.</exception>
    public Task<ChangeCursor?> EndAsync(string partner, CancellationToken cancellationToken) =>
        changes.EndAsync(partner, cancellationToken);

    /// <summary>Whether anything stands behind the cursor, or, when that is null, in the stream at all.</summary>
    /// <exception cref="StorageAwayException">Storage did not answer.</exception>
    public async Task<bool> HasMoreAsync(string partner, ChangeCursor? after, CancellationToken cancellationToken) =>
        (after ?? await changes.StartAsync(partner, cancellationToken)) is { } begin
        && await changes.HasMoreAsync(partner, begin, cancellationToken);

    /// <summary>What stands behind the cursor, as far as it fits.</summary>
    /// <param name="partner">The partner.</param>
    /// <param name="after">What it has been told; null for nothing.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>
    /// As far as is told, and the document; null for the document when there is nothing to tell, and for the cursor too when
    /// there is no stream.
    /// </returns>
    /// <exception cref="StorageAwayException">Storage did not answer.</exception>
    public async Task<(ChangeCursor? Until, WebhookDocument? Document)> ReadAsync(
        Partner partner, ChangeCursor? after, CancellationToken cancellationToken)
    {
        if (await changes.EndAsync(partner.Name, cancellationToken) is not { } end)
        {
            return (null, null);
        }

        var begin = after ?? new ChangeCursor(end.Epoch, 0, default);
        var from = NewestFrom(begin, end, options.MaxChanges);
        var (told, next, hasMore) = await ReadToTheEndAsync(partner, from, cancellationToken);
        var newest = Fitting(told, options.MaxChanges, options.MaxBytes);
        var isWhole = newest.Count == told.Count && from == begin;
        if (isWhole && newest.Count == 0)
        {
            return (next, null);
        }

        var fetchAfter = isWhole ? null : begin.ToText(partner.Name);
        return (next, new WebhookDocument(
            IdOf(partner.Name, next, newest, fetchAfter),
            ChangesDocument.Write(newest, next.ToText(partner.Name), hasMore, fetchAfter))
        {
            Articles = [.. newest.Select(change => change.ArticleId)],
        });
    }

    /// <summary>A document that says nothing, to see whether it arrives.</summary>
    /// <param name="partner">The partner's name.</param>
    /// <param name="cursor">What it has been told.</param>
    /// <param name="now">The moment, by which its id is another each time.</param>
    public static WebhookDocument Empty(string partner, ChangeCursor cursor, DateTimeOffset now) => new(
        IdOf(partner, cursor, [], now.UtcTicks.ToString(CultureInfo.InvariantCulture)),
        ChangesDocument.Write([], cursor.ToText(partner), hasMore: false));

    /// <inheritdoc/>
    public void Dispose() => streams.Dispose();

    /// <summary>The cursor, or a later one when more stands behind it than fits: what is passed over is left to the stream.</summary>
    internal static ChangeCursor NewestFrom(ChangeCursor after, ChangeCursor end, int max)
    {
        var next = after.Epoch == end.Epoch ? after.Next : 0;
        return end.Next - next <= max ? after : new ChangeCursor(end.Epoch, end.Next - max, default)
        {
            // What it was told in a log that another has taken the place of is a repeat here, too.
            Told = after.Epoch == end.Epoch ? after.Told : after.Told ?? after.Safe,
        };
    }

    /// <summary>The newest changes that fit, the newest first.</summary>
    internal static IReadOnlyList<ToldChange> Fitting(IReadOnlyList<ToldChange> told, int maxChanges, int maxBytes)
    {
        List<ToldChange> fitting = [];
        var bytes = 0L;
        foreach (var change in told.Reverse())
        {
            bytes += change.Item.Length;
            if (fitting.Count == maxChanges || bytes > maxBytes)
            {
                break;
            }

            fitting.Add(change);
        }

        return fitting;
    }

    private async Task<(IReadOnlyList<ToldChange> Told, ChangeCursor Next, bool HasMore)> ReadToTheEndAsync(
        Partner partner, ChangeCursor from, CancellationToken cancellationToken)
    {
        List<ToldChange> told = [];
        var answer = await changes.ReadAsync(partner, from, options.MaxChanges, cancellationToken);
        for (var answers = 1; ; answers++)
        {
            var newer = answer.Changes.Select(change => change.ArticleId).ToHashSet(StringComparer.Ordinal);
            told.RemoveAll(change => newer.Contains(change.ArticleId));
            told.AddRange(answer.Changes);
            if (!answer.HasMore || answers == MaxAnswers)
            {
                return (told, answer.Next, answer.HasMore);
            }

            answer = await changes.ReadAsync(partner, answer.Next, options.MaxChanges, cancellationToken);
        }
    }

    /// <summary>
    /// The same for what is told again word for word, so that a partner may pass over it, and another for all else: with the
    /// same for newer content a partner would pass over news.
    /// </summary>
    private static string IdOf(string partner, ChangeCursor next, IReadOnlyList<ToldChange> told, string? more)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture, $"{partner}\n{next.Epoch}\n{next.Next}\n{more}\n")));
        foreach (var change in told)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(string.Create(
                CultureInfo.InvariantCulture, $"{change.Kind} {change.At.UtcTicks} {change.IsRepeat} {change.Item.Length}\n")));
            hash.AppendData(change.Item.Span);
        }

        return "msg_" + Base64Url.EncodeToString(hash.GetHashAndReset().AsSpan(0, 18));
    }
}
