namespace Newswire.Articles.PictureFacts;

/// <summary>What came of asking for a picture.</summary>
public enum ProbeOutcome
{
    /// <summary>It is a picture; at least its type is known.</summary>
    Found,

    /// <summary>The address is none that is asked: not http or https, with a password, or not on the public internet.</summary>
    Refused,

    /// <summary>The host is unknown, does not answer, or broke the answer off.</summary>
    Unreachable,

    /// <summary>It took longer than it may.</summary>
    TimedOut,

    /// <summary>The host has no such file, keeps it to itself, or sends from one address to the next.</summary>
    NotServed,

    /// <summary>What came is no picture of a known kind, or it came encoded.</summary>
    NotAPicture,
}
