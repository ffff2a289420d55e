using Microsoft.AspNetCore.Http;
using Newswire.Auditing;

namespace Newswire.Http.Auditing;

/// <summary>What a request to <c>/api</c> sets out to do, as the audit log calls it. Pure.</summary>
internal static class ApiActs
{
    /// <summary>The act; <see cref="AuditActs.Other"/> for one that was forgotten here, since nothing may go unrecorded.</summary>
    /// <param name="method">The request's method, which is not one that only reads.</param>
    /// <param name="path">The request's path.</param>
    public static AuditAct Of(string method, string path) =>
        (method.ToUpperInvariant(), path.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase).Split('/', StringSplitOptions.RemoveEmptyEntries)) switch
        {
            ("DELETE", ["api", "articles", var id]) => new(AuditActs.WithdrawArticle, id),
            ("POST", ["api", "articles", var id, "erasure"]) => new(AuditActs.EraseArticle, id),
            ("PUT", ["api", "feeds"]) => new(AuditActs.DefineFeed, "a file"),
            ("PUT", ["api", "feeds", .. var name]) => new(AuditActs.DefineFeed, string.Join('/', name)),
            ("DELETE", ["api", "feeds", .. var name]) => new(AuditActs.RetireFeed, string.Join('/', name)),
            ("PUT", ["api", "partners"]) => new(AuditActs.PutPartner, "a file"),
            ("PUT", ["api", "partners", var partner]) => new(AuditActs.PutPartner, partner),
            ("DELETE", ["api", "partners", var partner]) => new(AuditActs.RemovePartner, partner),
            ("POST", ["api", "partners", var partner, "keys"]) => new(AuditActs.MakePartnerKey, partner),
            ("DELETE", ["api", "partners", var partner, "keys", var key]) => new(AuditActs.RevokePartnerKey, $"{partner} {key}"),
            ("PUT", ["api", "partners", var partner, "webhook"]) => new(AuditActs.SetWebhook, partner),
            ("DELETE", ["api", "partners", var partner, "webhook"]) => new(AuditActs.RemoveWebhook, partner),
            ("POST", ["api", "partners", var partner, "webhook", "secrets"]) => new(AuditActs.MakeWebhookSecret, partner),
            ("DELETE", ["api", "partners", var partner, "webhook", "secrets", var secret]) => new(AuditActs.RemoveWebhookSecret, $"{partner} {secret}"),
            ("POST", ["api", "partners", var partner, "webhook", "dead", var letter]) => new(AuditActs.RepeatWebhook, $"{partner} {letter}"),
            ("POST", ["api", "partners", var partner, "webhook", "ping"]) => new(AuditActs.PingWebhook, partner),
            ("POST", ["api", "rebuild"]) => new(AuditActs.Rebuild, "begin"),
            ("DELETE", ["api", "rebuild"]) => new(AuditActs.Rebuild, "abandon"),
            ("POST", ["api", "catalog"]) => new(AuditActs.TakeCatalog, null),
            ("PUT", ["api", "connectors", var connector]) => new(AuditActs.SetConnector, connector),
            ("DELETE", ["api", "connectors", var connector]) => new(AuditActs.RemoveConnector, connector),
            _ => new(AuditActs.Other, $"{method} {path}"),
        };

    /// <summary>What an answer says of the act, by its status.</summary>
    public static (AuditResult Result, string? Detail) Judge(IResult answer)
    {
        var status = (answer as IStatusCodeHttpResult)?.StatusCode;
        return (status switch
        {
            >= 200 and < 400 => AuditResult.Done,
            >= 400 and < 500 => AuditResult.Refused,
            _ => AuditResult.Unknown,
        }, status is null ? null : $"HTTP {status}");
    }
}
