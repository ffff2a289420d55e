using System.Globalization;
using Microsoft.AspNetCore.Http;
using Newswire.Articles.Submissions;
using Newswire.Json;
using Newswire.Partners.Quotas;
using Newswire.Projection.Generations;

namespace Newswire.Http;

/// <summary>A refusal as <c>application/problem+json</c> (RFC 9457).</summary>
/// <param name="Status">The HTTP status code.</param>
/// <param name="Kind">Names the kind of problem; the last part of <c>type</c>.</param>
/// <param name="Title">The kind in words, the same every time.</param>
/// <param name="Detail">What was wrong this time and what to do.</param>
internal sealed record Problem(int Status, string Kind, string Title, string Detail)
{
    private static readonly TimeSpan StorageRetryAfter = TimeSpan.FromSeconds(5);

    /// <summary>Whose key a 401 asks for (RFC 9110 §11.5).</summary>
    public string Realm { get; init; } = "publisher";

    /// <summary>The members at fault, when it is about a document.</summary>
    public IReadOnlyList<ProblemFault>? Errors { get; init; }

    public static Problem NoKey { get; } = new(
        401, "key-missing", "A publisher key is needed", "Send one publisher key as 'Authorization: Bearer <key>'.");

    public static Problem WrongKey { get; } = new(
        403, "key-refused", "The key is not accepted", "The publisher key is unknown or has been revoked; ask for a new one.");

    public static Problem NoPartnerKey { get; } = new(
        401, "key-missing", "A partner's key is needed", "Send one of the partner's keys as 'Authorization: Bearer <key>'.")
    { Realm = "partner" };

    /// <summary>One for everything that may be wrong, so that nobody learns from it which partners there are.</summary>
    public static Problem WrongPartnerKey { get; } = new(
        403, "key-refused", "The key is not accepted", "The key does not open this address. Ask the publication for the address and a key.");

    /// <summary>One for everything that may be wrong, so that nobody learns from it which connectors there are. Never 410, at which Ghost forgets a webhook.</summary>
    public static Problem EventRefused { get; } = new(
        403, "signature-refused", "The signature is not accepted", "There is no such connector, or the event is not signed with its secret, or was signed more than five minutes ago. PUT /api/connectors/{connector} makes a connector and its secret.");

    public static Problem StorageAway { get; } = new(
        503, "storage-away", "Storage does not answer", "The request may or may not have taken effect. Send it again after the time that Retry-After names; doing so is harmless.");

    public static Problem Malformed(string detail) => new(400, "malformed", "The content cannot be read", detail);

    public static Problem TooLarge(string what, int maxBytes) => new(
        413,
        "too-large",
        "The content is too large",
        string.Create(CultureInfo.InvariantCulture, $"{what} may have at most {maxBytes} bytes."));

    public static Problem TooManyLines(int lines) => new(
        413,
        "too-large",
        "The content is too large",
        string.Create(CultureInfo.InvariantCulture, $"A batch may have at most {SubmissionLimits.MaxBatchLines} lines; this one has {lines}. Send it in parts."));

    public static Problem BadParameter(string name, string expected) => new(
        400, "parameter", "A query parameter is not usable", $"The query parameter {name} must be {expected}.");

    public static Problem Unmatched(int status) => new(
        status,
        status == 405 ? "method" : "unknown-path",
        status == 405 ? "The method is not allowed here" : "There is nothing here",
        "The home page at / lists the feeds; articles go to /api/articles/{id}, /api/articles and /api/pages, definitions of feeds to /api/feeds/{name}, partners to /api/partners/{partner}.");

    public static Problem WrongMediaType(string? sent, string expected) => new(
        415,
        "media-type",
        "The media type is not accepted",
        $"Send the content as {expected}; the request says {(string.IsNullOrEmpty(sent) ? "nothing" : $"'{sent}'")}.");

    public static Problem NoArticleOnPage(IReadOnlyList<string> lookedFor) => new(
        422,
        "no-article",
        "There is no article on the page",
        $"Looked for {string.Join("; ", lookedFor)}. Send the HTML of an article's own page.");

    public static Problem UnknownArticle(string id) => new(
        404, "unknown-article", "There is no such article", $"No article '{id}' has been published, or it was accepted a moment ago and the feeds do not show it yet.");

    public static Problem UnknownErasure(string id) => new(
        404, "unknown-erasure", "There is no such erasure", $"The article '{id}' has not been erased, or that is still going on; ask again in a minute.");

    public static Problem WithdrawnArticle(string id) => new(
        410, "withdrawn-article", "The article is withdrawn", $"The article '{id}' has been withdrawn.");

    public static Problem UnknownFeed(string name) => new(
        404, "unknown-feed", "There is no such feed", $"No feed '{name}' is known, or it was defined a moment ago and is not in force yet. GET /api/feeds lists all of them.");

    public static Problem RetiredName(string name) => new(
        410, "retired-feed", "The feed was given up", $"The feed '{name}' has been given up. Defining it again brings it back.");

    public static Problem MovedFeed(int status, string name, string to) => new(
        status, "moved-feed", "The feed has another name now", $"The feed '{name}' has become '{to}'. Use that name; or take '{name}' out of its aliases and former names first.");

    public static Problem FeedConflict(IReadOnlyList<Fault> faults) => new(
        409, "feed-conflict", "The definition contradicts others", faults.Count == 1 ? faults[0].Detail : $"{faults.Count} members contradict other definitions; see errors.")
    {
        Errors = [.. faults.Select(fault => new ProblemFault(fault.Pointer, fault.Detail))],
    };

    public static Problem OtherBuild(BuildPurpose underWay) => new(
        409,
        "other-build",
        "Something else is being built",
        underWay == BuildPurpose.Verify
            ? "The documents are being verified. Wait until that is done, or DELETE /api/rebuild gives it up."
            : "The projection is being rebuilt. Wait until that is done, or DELETE /api/rebuild gives it up.");

    public static Problem UnknownConnector(string name) => new(
        404, "unknown-connector", "There is no such connector", $"No connector '{name}' is known. GET /api/connectors lists all of them.");

    public static Problem TooManyConnectors(int most) => new(
        409, "too-many-connectors", "There are too many connectors", string.Create(CultureInfo.InvariantCulture, $"A publication may have at most {most} connectors. Remove one first."));

    public static Problem UnknownPartner(string name) => new(
        404, "unknown-partner", "There is no such partner", $"No partner '{name}' is known. GET /api/partners lists all of them.");

    /// <summary>One for a feed that there is not and one that the partner may not read, so that it learns of neither.</summary>
    public static Problem NoFeedForPartner { get; } = new(
        404, "unknown-feed", "There is no such feed", "You may read no such feed, or not in this format. GET /partners/{partner}, with your name in it, lists your feeds with their addresses.");

    public static Problem FeedNotGranted(string partner, string feed) => new(
        404, "feed-not-granted", "The partner may not read the feed", $"The record of '{partner}' does not list the feed '{feed}'. PUT /api/partners/{partner} adds it.");

    public static Problem InNoFeedOf(string partner, IReadOnlyList<string> carrying) => new(
        404, "not-in-feeds", "The article is in no feed of the partner's", $"The record of '{partner}' lists none of the feeds that carry the article: {string.Join(", ", carrying)}.");

    public static Problem RefusedByProfile(IReadOnlyList<string> reasons) => new(
        404, "refused-by-profile", "The partner's profile does not take the article", string.Join(' ', reasons));

    public static Problem UnknownCursor { get; } = new(
        400, "unknown-cursor", "The cursor is not one of this stream", "Send 'next' of an earlier answer to this partner as 'after', as it was. To start over, leave 'after' out: everything is told from the beginning, and what is told again is harmless.");

    public static Problem NoStreamYet { get; } = new(
        503, "no-stream-yet", "The stream is being set up", "The contract was made a moment ago. Send the request again after the time that Retry-After names.");

    public static Problem TooManyOpen(int most) => new(
        429, "too-many-open", "Too many requests at once", string.Create(CultureInfo.InvariantCulture, $"At most {most} requests of a partner are answered at once, those that wait for changes included. Send it again when one of them has ended."));

    public static Problem UnknownPartnerKey(string id) => new(
        404, "unknown-key", "There is no such key", $"The partner has no key '{id}'. GET /api/partners/{{partner}} lists its keys.");

    public static Problem TooManyKeys(int most) => new(
        409, "too-many-keys", "The partner has too many keys", string.Create(CultureInfo.InvariantCulture, $"A partner may have at most {most} good keys. Revoke one first."));

    public static Problem NoWebhook(string partner) => new(
        404, "no-webhook", "The partner has no webhook", $"'{partner}' is told of changes nowhere. PUT /api/partners/{{partner}}/webhook sets where.");

    public static Problem UnknownSecret(string id) => new(
        404, "unknown-secret", "There is no such secret", $"The webhook has no secret '{id}'. GET /api/partners/{{partner}}/webhook lists its secrets.");

    public static Problem TooManySecrets { get; } = new(
        409, "too-many-secrets", "The webhook has two secrets", "Remove the one that the partner uses no more first.");

    public static Problem LastSecret { get; } = new(
        409, "last-secret", "The webhook needs a secret", "Deliveries are always signed. Make another secret first, and let the partner move to it.");

    public static Problem UnknownDeadLetter(string id) => new(
        404, "unknown-dead-letter", "There is no such dead letter", $"The webhook has no dead letter '{id}'; only the newest are kept. GET /api/partners/{{partner}}/webhook lists them.");

    public static Problem QuotaExceeded(IReadOnlyList<WindowStanding> usedUp) => new(
        429,
        "quota-exceeded",
        "The quota is used up",
        $"The contract allows {string.Join(" and ", usedUp.Select(window => string.Create(CultureInfo.InvariantCulture, $"{window.Quota} requests within any {window.Window.Name}")))}. Ask again after the time that Retry-After names. Answers that nothing has changed (304) do not count.");

    public static Problem UnknownDocument { get; } = new(
        404, "unknown-document", "There is no such document", "Feed addresses look like /feeds/latest.rss; the home page lists all of them.");

    public static Problem RetiredFeed { get; } = new(
        410, "retired-feed", "The feed was given up", "The publication no longer has this feed and will not have it again; the home page lists those it has.");

    public static Problem NoPush { get; } = new(
        404, "no-push", "There are no notifications", "The publication sends no notifications.");

    public static Problem TooManySubscriptions { get; } = new(
        429, "too-many-subscriptions", "Too many subscribe at once", "More readers subscribe than are taken in a minute. Send the request again after the time that Retry-After names.");

    public static Problem SubscriptionsFull { get; } = new(
        503, "subscriptions-full", "There is no room for more subscriptions", "As many readers have subscribed as are kept. Places become free as subscriptions end.");

    public static Problem OtherVersion { get; } = new(
        412, "other-version", "The document is another version", "If-Match or If-Unmodified-Since asks for a version that is not the current one. Without them the current one is sent.");

    /// <summary>All faults at once, under the status that the worst of them calls for.</summary>
    public static Problem Invalid(IReadOnlyList<Fault> faults, string what = "article")
    {
        IReadOnlyList<ProblemFault> errors = [.. faults.Select(fault => new ProblemFault(fault.Pointer, fault.Detail))];
        var detail = faults.Count == 1 ? faults[0].Detail : $"{faults.Count} members are at fault; see errors.";
        if (faults.Any(fault => fault.Kind == FaultKind.Size))
        {
            return new Problem(413, "too-large", "The content is too large", detail) { Errors = errors };
        }

        return faults.Any(fault => fault.Kind == FaultKind.Type)
            ? new Problem(400, "wrong-type", "The content has members of the wrong type", detail) { Errors = errors }
            : new Problem(422, "invalid", $"The {what} is not acceptable", detail) { Errors = errors };
    }

    /// <summary>The members of the problem document.</summary>
    public ProblemDocument ToDocument() => new($"urn:newswire:problem:{Kind}", Title, Status, Detail, Errors);

    /// <summary>The whole answer.</summary>
    public IResult ToResult() => new ProblemResult(this, Status == 503 ? StorageRetryAfter : null);
}
