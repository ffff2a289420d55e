namespace Newswire.Auditing;

/// <summary>The names of what is recorded, as they are stored.</summary>
public static class AuditActs
{
    /// <summary>An article was taken back. Subject: its id.</summary>
    public const string WithdrawArticle = "withdraw-article";

    /// <summary>An article was erased (legal takedown). Subject: its id.</summary>
    public const string EraseArticle = "erase-article";

    /// <summary>A feed was defined, anew or for the first time. Subject: its name.</summary>
    public const string DefineFeed = "define-feed";

    /// <summary>A feed was given up. Subject: its name.</summary>
    public const string RetireFeed = "retire-feed";

    /// <summary>A partner's record was made or replaced. Subject: its name.</summary>
    public const string PutPartner = "put-partner";

    /// <summary>A partner was removed with its keys. Subject: its name.</summary>
    public const string RemovePartner = "remove-partner";

    /// <summary>A key was made for a partner. Subject: the partner's name.</summary>
    public const string MakePartnerKey = "make-partner-key";

    /// <summary>A partner's key was taken out of use. Subject: the partner's name and the key's id.</summary>
    public const string RevokePartnerKey = "revoke-partner-key";

    /// <summary>It was set where a partner is told of changes. Subject: the partner's name.</summary>
    public const string SetWebhook = "set-webhook";

    /// <summary>A partner is told of nothing any more. Subject: its name.</summary>
    public const string RemoveWebhook = "remove-webhook";

    /// <summary>A secret was made that signs what a partner is told. Subject: the partner's name.</summary>
    public const string MakeWebhookSecret = "make-webhook-secret";

    /// <summary>Such a secret was taken out of use. Subject: the partner's name and the secret's id.</summary>
    public const string RemoveWebhookSecret = "remove-webhook-secret";

    /// <summary>A delivery that was given up is told again. Subject: the partner's name and the delivery's id.</summary>
    public const string RepeatWebhook = "repeat-webhook";

    /// <summary>A delivery without changes was sent. Subject: the partner's name.</summary>
    public const string PingWebhook = "ping-webhook";

    /// <summary>A connector to a CMS was made or changed. Subject: its name.</summary>
    public const string SetConnector = "set-connector";

    /// <summary>A connector to a CMS was removed. Subject: its name.</summary>
    public const string RemoveConnector = "remove-connector";

    /// <summary>A publisher key was made. Subject: its name.</summary>
    public const string MakePublisherKey = "make-publisher-key";

    /// <summary>A publisher key was taken out of use. Subject: its id or name.</summary>
    public const string RevokePublisherKey = "revoke-publisher-key";

    /// <summary>Poison messages are tried again. Subject: the queue, and the message's id where it was one.</summary>
    public const string RetryPoison = "retry-poison";

    /// <summary>Poison messages were deleted. Subject: the queue, and the message's id where it was one.</summary>
    public const string DeletePoison = "delete-poison";

    /// <summary>A rebuild or a comparison was begun or given up. Subject: <c>begin</c> or <c>abandon</c>.</summary>
    public const string Rebuild = "rebuild";

    /// <summary>Lines of an exported catalog were taken back. Subject: none.</summary>
    public const string TakeCatalog = "take-catalog";

    /// <summary>Something that has no name here. Subject: the method and the path.</summary>
    public const string Other = "other";
}
