namespace Newswire.Projection.Streams;

/// <summary>One partner's stream: a log that only grows.</summary>
/// <param name="Epoch">
/// Names this log. A rebuild, or a partner that comes back, begins another; what is in it stands in another order.
/// </param>
/// <param name="Contract">What it follows.</param>
/// <param name="Count">How many entries are in it. What is stored behind them belongs to a pass that has not ended.</param>
public sealed record StreamHead(string Epoch, StreamContract Contract, long Count);
