namespace Newswire.WebPush;

/// <summary>What is wrong with a push subscription as a browser gave it.</summary>
public enum PushReceiverFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary><c>endpoint</c> is no https URL in ASCII, has a user name, or is too long.</summary>
    Endpoint,

    /// <summary><c>keys.p256dh</c> is no point on P-256 in uncompressed form, base64url.</summary>
    P256dh,

    /// <summary><c>keys.auth</c> is not 16 bytes, base64url.</summary>
    Auth,
}
