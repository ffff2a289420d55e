using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Newswire.Feeds;
using Newswire.Http.Ingest;
using Newswire.Storage;
using Newswire.WebSub;
using Newswire.WebSub.Subscribing;

namespace Newswire.Http.WebSub;

/// <summary>The WebSub hub of the publication's feeds, for subscribers. Open to everybody.</summary>
public sealed class HubApi
{
    private const int MaxBytes = 16 * 1024;

    private static readonly string[] Form = ["application/x-www-form-urlencoded"];
    private static readonly TimeSpan StorageRetryAfter = TimeSpan.FromSeconds(5);

    private readonly TopicAddresses topics;
    private readonly SubscriptionIntake intake;
    private readonly Publication publication;
    private readonly HubOptions options;
    private readonly ILogger<HubApi> log;

    internal HubApi(
        TopicAddresses topics, SubscriptionIntake intake, Publication publication, HubOptions options, ILogger<HubApi> log)
    {
        (this.topics, this.intake) = (topics, intake);
        (this.publication, this.options, this.log) = (publication, options, log);
    }

    /// <summary><c>GET</c> and <c>HEAD</c>: tells whoever opens the address what it is for.</summary>
    public static IResult Get() => new HubRefusal(
        StatusCodes.Status405MethodNotAllowed, "This is the WebSub hub of a publication's feeds: subscribers POST to it, as https://www.w3.org/TR/websub/#subscribing-and-unsubscribing describes.");

    /// <summary>
    /// <c>POST /hub</c>: subscribes and unsubscribes (W3C WebSub §5.1). 202 means that it will be verified; whether the
    /// subscriber then confirms it has no part in the answer (§5.1.2).
    /// </summary>
    public async Task<IResult> PostAsync(HttpRequest request)
    {
        try
        {
            return publication.OwnHub
                ? await TakeAsync(request, request.HttpContext.RequestAborted)
                : Elsewhere();
        }
        catch (StorageAwayException exception)
        {
            Log.StorageAway(log, request.Path, exception);
            return HubRefusal.Of(Problem.StorageAway, StorageRetryAfter);
        }
    }

    private async Task<IResult> TakeAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (content, problem) = await RequestContent.ReadAsync(
            request, "A request to the hub", MaxBytes, Form, cancellationToken);
        if (content is null)
        {
            return HubRefusal.Of(problem!);
        }

        var (form, formFault) = SubscriptionFormReader.Read(content.Bytes);
        if (form is null)
        {
            return Faulty(formFault!);
        }

        var (callback, callbackFault) = Callback.Read(form.Callback, options.AllowLoopback);
        if (callback is null)
        {
            return Faulty(callbackFault!);
        }

        return await topics.FindAsync(form.Topic, cancellationToken) switch
        {
            TopicAddress.Of(var topic) => Answer(await intake.TakeAsync(form, topic, callback, cancellationToken)),
            TopicAddress.Former(var topic, _) when form.Mode == SubscriptionMode.Unsubscribe =>
                Answer(await intake.TakeAsync(form, topic, callback, cancellationToken)),
            TopicAddress.Former(_, var reason) => Faulty(reason),
            TopicAddress.None(var reason) => Faulty(reason),
            var other => throw new InvalidOperationException($"Nobody answers for {other.GetType().Name}."),
        };
    }

    private static IResult Answer(IntakeOutcome outcome) => outcome switch
    {
        IntakeOutcome.HostLimited(var wait) => new HubRefusal(
            StatusCodes.Status429TooManyRequests, "The host of hub.callback asks for more subscriptions than one host may. Ask again after the time that Retry-After names.", wait),
        IntakeOutcome.Busy(var wait) => new HubRefusal(
            StatusCodes.Status503ServiceUnavailable, "The hub has more requests than it can verify. Ask again after the time that Retry-After names.", wait),
        _ => Results.StatusCode(StatusCodes.Status202Accepted),
    };

    // Never 404 or 410, whatever has become of a feed: a subscriber would take the hub itself for gone.
    private static HubRefusal Faulty(string sentence) => new(StatusCodes.Status400BadRequest, sentence);

    /// <summary>Where subscribers go when Newswire is not the hub (§5.1.2): 307, because that is a setting.</summary>
    private IResult Elsewhere() => publication.OutsideHubs is [var hub, ..]
        ? Results.Redirect(hub, permanent: false, preserveMethod: true)
        : new HubRefusal(StatusCodes.Status404NotFound, "This publication has no hub.");
}
