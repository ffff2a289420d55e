namespace Newswire.Counting;

/// <summary>The last batch of counts of a process that is in an object.</summary>
/// <param name="Number">Its number; every batch of a process has a higher one than those before.</param>
/// <param name="At">When it came, by the clock of that process.</param>
public sealed record AppliedBatch(long Number, DateTimeOffset At);
