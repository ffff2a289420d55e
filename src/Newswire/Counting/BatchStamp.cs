namespace Newswire.Counting;

/// <summary>What tells a batch of counts from every other.</summary>
/// <param name="Process">Who counted.</param>
/// <param name="Number">Its number; every batch of a process has a higher one than those before.</param>
/// <param name="At">The moment at which it is added.</param>
internal readonly record struct BatchStamp(CountingProcess Process, long Number, DateTimeOffset At);
