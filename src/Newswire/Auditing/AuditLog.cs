using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;
using Newswire.Storage;

namespace Newswire.Auditing;

/// <summary>
/// Who did what and what came of it, for as long as <see cref="AuditOptions.KeptDays"/> says. An act is written down before
/// it is done, so none is done unrecorded; its outcome is an object of its own, so nothing that was written is ever changed,
/// and storage may be told to refuse that.
/// </summary>
public sealed class AuditLog(IObjectStore store, TimeProvider time, ILogger<AuditLog> log)
{
    /// <summary>The most entries that are read at once.</summary>
    public const int MaxEntries = 100;

    /// <summary>Writes down what is about to be done, does it, and writes down what came of it.</summary>
    /// <param name="who">Who does it.</param>
    /// <param name="act">What it is.</param>
    /// <param name="work">Does it.</param>
    /// <param name="judge">What came of it, in one word and what there is to add.</param>
    /// <param name="cancellationToken">Cancels the act, not the recording of its outcome.</param>
    /// <exception cref="StorageAwayException">The act could not be written down and was not begun; or it failed by itself.</exception>
    public async Task<T> RecordAsync<T>(
        AuditActor who,
        AuditAct act,
        Func<CancellationToken, Task<T>> work,
        Func<T, (AuditResult Result, string? Detail)> judge,
        CancellationToken cancellationToken)
    {
        var place = await BeginAsync(who, act, cancellationToken);
        (AuditResult Result, string? Detail) came = (AuditResult.Unknown, null);
        try
        {
            var done = await work(cancellationToken);
            came = judge(done);
            return done;
        }
        finally
        {
            await CompleteAsync(place, came.Result, came.Detail);
        }
    }

    /// <summary>Entries, newest first.</summary>
    /// <param name="after">The id of the entry before them, or <see cref="AuditPage.Next"/>; null for the newest.</param>
    /// <param name="count">How many, 1 to <see cref="MaxEntries"/>.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="StorageAwayException">Storage did not answer.</exception>
    public async Task<AuditPage> ReadAsync(string? after, int count, CancellationToken cancellationToken)
    {
        List<string> places = [];
        await foreach (var name in store.ListAsync(Containers.Audit, "", cancellationToken))
        {
            if (AuditPlace.OfName(name) is not { } place
                || string.CompareOrdinal(place, after) <= 0
                || (places.Count > 0 && places[^1] == place))
            {
                continue;
            }

            places.Add(place);
            if (places.Count > count)
            {
                break;
            }
        }

        var entries = await Task.WhenAll(places.Take(count).Select(place => FindAsync(place, cancellationToken)));
        return new AuditPage([.. entries.OfType<AuditEntry>()], places.Count > count ? places[count - 1] : null);
    }

    private async Task<string> BeginAsync(AuditActor who, AuditAct act, CancellationToken cancellationToken)
    {
        var intent = new AuditIntent(time.GetUtcNow(), who, act.Name, act.Subject);
        var content = Json(intent, AuditJson.Stored.AuditIntent);

        // Two acts may begin at one moment; the place decides which was a tick earlier.
        for (var moment = intent.When; ; moment = moment.AddTicks(1))
        {
            var place = AuditPlace.Of(moment);
            if (await store.WriteAsync(AuditPlace.Intent(place), content, expectedETag: null, cancellationToken) is WriteResult.Written)
            {
                return place;
            }
        }
    }

    private async Task CompleteAsync(string place, AuditResult result, string? detail)
    {
        try
        {
            var content = Json(new AuditOutcome(result, time.GetUtcNow(), detail), AuditJson.Stored.AuditOutcome);
            await store.WriteAsync(AuditPlace.Outcome(place), content, expectedETag: null, CancellationToken.None);
        }
        catch (StorageAwayException exception)
        {
            // The act stands as begun, which says that nobody knows what came of it; its doer is told what did.
            Log.OutcomeUnrecorded(log, place, exception);
        }
    }

    private async Task<AuditEntry?> FindAsync(string place, CancellationToken cancellationToken)
    {
        var intent = Read(await store.ReadAsync(AuditPlace.Intent(place), cancellationToken), AuditJson.Stored.AuditIntent);
        var outcome = Read(await store.ReadAsync(AuditPlace.Outcome(place), cancellationToken), AuditJson.Stored.AuditOutcome);
        return intent is null ? null : new AuditEntry(place, intent.When, intent.Who, intent.Act, intent.Subject, outcome);
    }

    private static ObjectContent Json<T>(T value, JsonTypeInfo<T> type) =>
        new(JsonSerializer.SerializeToUtf8Bytes(value, type), "application/json");

    private static T? Read<T>(StoredObject? stored, JsonTypeInfo<T> type)
        where T : class => stored is null ? null : JsonSerializer.Deserialize(stored.Content.Span, type);
}
