namespace Newswire.Http.Tests.OpenApi;

/// <summary>The surface and its OpenAPI document say different things.</summary>
public sealed class ContractException(string message) : Exception(message);
