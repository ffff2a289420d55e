namespace Newswire.Http.Tests.Browser.Push;

/// <summary>What can be wrong with the server's side of push.</summary>
internal enum PushTrouble
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The publication does not offer push.</summary>
    Off,

    /// <summary>It does not answer as it should.</summary>
    Away,

    /// <summary>It accepts no choice.</summary>
    Refuses,
}
