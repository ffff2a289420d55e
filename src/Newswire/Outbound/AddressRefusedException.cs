namespace Newswire.Outbound;

/// <summary>
/// The host is not on the public internet. <see cref="HttpClient"/> throws it as the inner exception of an
/// <see cref="HttpRequestException"/>.
/// </summary>
public sealed class AddressRefusedException(string host) : IOException($"{host} is no public host.");
