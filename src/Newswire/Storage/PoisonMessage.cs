namespace Newswire.Storage;

/// <summary>A message that failed every time it was tried.</summary>
/// <param name="Id">Storage's name for it, as it is in poison.</param>
/// <param name="Text">The message; may name an endpoint, so it is not for logs.</param>
/// <param name="Since">When it was set aside; null when storage does not say.</param>
public sealed record PoisonMessage(string Id, string Text, DateTimeOffset? Since);
