using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Newswire.Http.Ingest;
using Newswire.Http.Serving.Addresses;
using Newswire.Json;
using Newswire.Storage;
using Newswire.WebPush;
using Newswire.WebPush.Subscriptions;

namespace Newswire.Http.Push;

/// <summary>
/// Where readers' browsers subscribe to notifications. Open to everybody: whoever knows an endpoint may change and end its
/// subscription, and nobody is told whether there is one.
/// </summary>
/// <remarks>
/// Only pages of our own origin get here from a browser: content is JSON, for which another origin's page has to ask
/// first (Fetch §3.2.2), and nothing here says yes.
/// </remarks>
public sealed class PushApi
{
    private static readonly string[] JsonTypes = ["application/json"];

    private readonly PushSubscriptions subscriptions;
    private readonly VapidKeys keys;
    private readonly KnownPushServices services;
    private readonly FeedNames feeds;
    private readonly PushOptions push;
    private readonly SubscriptionOptions options;
    private readonly TimeProvider time;
    private readonly ILogger<PushApi> log;

    internal PushApi(
        PushSubscriptions subscriptions,
        VapidKeys keys,
        KnownPushServices services,
        FeedNames feeds,
        PushOptions push,
        SubscriptionOptions options,
        TimeProvider time,
        ILogger<PushApi> log)
    {
        (this.subscriptions, this.keys, this.services, this.feeds) = (subscriptions, keys, services, feeds);
        (this.push, this.options, this.time, this.log) = (push, options, time, log);
    }

    /// <summary><c>GET /push/key</c>: the publication's public key; 404 when there are no notifications.</summary>
    public Task<IResult> GetKeyAsync(HttpRequest request) => EnterAsync(request, async cancellationToken =>
    {
        var key = await keys.GetAsync(cancellationToken);
        var result = new JsonResult<PushKeyAnswer>(
            StatusCodes.Status200OK, new PushKeyAnswer(key.PublicKey), HttpJson.Answers.PushKeyAnswer);
        result.Headers["Cache-Control"] = "public, max-age=3600";
        return result;
    });

    /// <summary>
    /// <c>POST /push/subscriptions</c>: subscribes, or changes what was chosen; 201 when the endpoint was not known before.
    /// </summary>
    public Task<IResult> SubscribeAsync(HttpRequest request) => EnterAsync(request, async cancellationToken =>
    {
        var (content, problem) = await ReadAsync(request, cancellationToken);
        if (content is null)
        {
            return problem!.ToResult();
        }

        var known = await feeds.FeedsAsync(cancellationToken);
        return SubscriptionRequestReader.Read(
            content.Bytes, services, push.AllowLoopback, name => Favourite(known, name), time.GetUtcNow()) switch
        {
            JsonOutcome<SubscriptionRequest>.Accepted accepted =>
                Answer(await subscriptions.SubscribeAsync(accepted.Value, cancellationToken)),
            var outcome => Refusal(outcome),
        };
    });

    /// <summary><c>DELETE /push/subscriptions</c>: forgets the endpoint, whether it was known or not.</summary>
    public Task<IResult> UnsubscribeAsync(HttpRequest request) => EnterAsync(request, async cancellationToken =>
    {
        var (content, problem) = await ReadAsync(request, cancellationToken);
        if (content is null)
        {
            return problem!.ToResult();
        }

        var outcome = SubscriptionRequestReader.ReadEndpoint(content.Bytes);
        if (outcome is not JsonOutcome<string>.Accepted endpoint)
        {
            return Refusal(outcome);
        }

        await subscriptions.UnsubscribeAsync(endpoint.Value, cancellationToken);
        return Results.NoContent();
    });

    private static FavouriteFeed Favourite(KnownFeeds known, string name) => known.Find(name) switch
    {
        FeedStanding.Live live => new FavouriteFeed(live.Feed),
        FeedStanding.Moved moved => new FavouriteFeed(moved.Feed),
        FeedStanding.Retired => new FavouriteFeed(null, "The publication has given this feed up; choose another."),
        _ => new FavouriteFeed(null, "There is no such feed; the home page lists those there are."),
    };

    private static IResult Answer(SubscribeOutcome outcome) => outcome switch
    {
        SubscribeOutcome.Subscribed done => new JsonResult<SubscribedAnswer>(
            done.IsNew ? StatusCodes.Status201Created : StatusCodes.Status200OK,
            SubscribedAnswer.Of(done.Subscription),
            HttpJson.Answers.SubscribedAnswer),
        SubscribeOutcome.NothingChosen => Problem.Invalid([SubscriptionRequestReader.Missing], "subscription").ToResult(),
        SubscribeOutcome.Busy busy => new ProblemResult(Problem.TooManySubscriptions, busy.RetryAfter),
        SubscribeOutcome.Full => new ProblemResult(Problem.SubscriptionsFull, TimeSpan.FromHours(1)),
        _ => throw new InvalidOperationException($"An outcome nobody knows: {outcome.GetType()}."),
    };

    private static IResult Refusal<T>(JsonOutcome<T> outcome)
        where T : class => outcome switch
        {
            JsonOutcome<T>.Malformed malformed => Problem.Malformed(malformed.Detail).ToResult(),
            JsonOutcome<T>.Refused refused => Problem.Invalid(refused.Faults, "subscription").ToResult(),
            _ => throw new ArgumentException("It was accepted.", nameof(outcome)),
        };

    private static Task<(RequestContent? Content, Problem? Problem)> ReadAsync(
        HttpRequest request, CancellationToken cancellationToken) => RequestContent.ReadAsync(
            request, "A subscription", SubscriptionRequestReader.MaxBytes, JsonTypes, cancellationToken);

    private async Task<IResult> EnterAsync(HttpRequest request, Func<CancellationToken, Task<IResult>> work)
    {
        try
        {
            return options.Enabled ? await work(request.HttpContext.RequestAborted) : Problem.NoPush.ToResult();
        }
        catch (StorageAwayException exception)
        {
            Log.StorageAway(log, request.Path, exception);
            return Problem.StorageAway.ToResult();
        }
    }
}
