namespace Newswire.Operations.Readers;

/// <summary>How many readers a service asks for, as it said last.</summary>
/// <param name="Feed">The feed, as its address names it.</param>
/// <param name="Service">The service.</param>
/// <param name="Subscribers">How many.</param>
/// <param name="At">When it said so.</param>
public sealed record ReaderCount(string Feed, string Service, long Subscribers, DateTimeOffset At);
