namespace Newswire.Infra.Tests;

/// <summary>What a run of the compiler came to.</summary>
/// <param name="ExitCode">0 unless there was an error.</param>
/// <param name="Text">What was asked for.</param>
/// <param name="Messages">Errors and warnings, a line each; empty when there are none.</param>
internal sealed record BicepOutput(int ExitCode, string Text, string Messages);
