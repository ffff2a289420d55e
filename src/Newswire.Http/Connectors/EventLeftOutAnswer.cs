namespace Newswire.Http.Connectors;

/// <summary>The answer to an event that needs nothing done.</summary>
/// <param name="LeftOut">Why, as a sentence.</param>
internal sealed record EventLeftOutAnswer(string LeftOut);
