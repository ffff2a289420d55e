namespace Newswire.Partners.Changes;

/// <summary>How much of everything a request for changes may have.</summary>
public static class ChangeLimits
{
    /// <summary>Changes of an answer when the partner does not say.</summary>
    public const int DefaultChanges = 100;

    /// <summary>Changes of an answer.</summary>
    public const int MaxChanges = 500;

    /// <summary>Bytes of the articles of an answer, after the one that reaches it: 8 MiB.</summary>
    public const int MaxBytes = 8 * 1024 * 1024;

    /// <summary>Pages of the stream that are looked through for one answer; an answer may have nothing but the next cursor.</summary>
    public const int MaxPages = 64;

    /// <summary>Seconds that a request may wait for a change.</summary>
    public const int MaxWaitSeconds = 60;
}
