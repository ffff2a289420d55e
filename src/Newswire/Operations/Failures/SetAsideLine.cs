namespace Newswire.Operations.Failures;

/// <summary>A line of the catalog that could not be read as a change and was set aside.</summary>
/// <param name="Name">Its name in storage, which is its position: <c>0000000001-000000000042</c>.</param>
/// <param name="LengthBytes">How long it is.</param>
/// <param name="Reason">What is wrong with it, without content of it; null when this version can read it.</param>
public sealed record SetAsideLine(string Name, int LengthBytes, string? Reason);
