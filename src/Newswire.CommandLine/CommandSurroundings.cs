using Newswire.CommandLine.Targets;
using Newswire.CommandLine.Terminal;

namespace Newswire.CommandLine;

/// <summary>What commands find around them; tests give them another.</summary>
/// <param name="Screen">Where they write.</param>
/// <param name="Targets">How they reach a Newswire.</param>
/// <param name="Time">The clock.</param>
internal sealed record CommandSurroundings(Screen Screen, ITargetOpening Targets, TimeProvider Time);
