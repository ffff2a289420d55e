namespace Newswire.Http.Tests.OpenApi;

/// <summary>
/// Stands between every test and the surface: whatever a test is about, what it sends and gets has to be as the OpenAPI
/// document says.
/// </summary>
/// <param name="surface">What answers.</param>
/// <param name="given">Is told which operation has answered with which status.</param>
internal sealed class ContractHandler(HttpMessageHandler surface, Action<string, int> given) : DelegatingHandler(surface)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        var faults = new ContractCheck(Contract.Ours, request, response, body).Faults();
        if (faults.Count > 0)
        {
            throw new ContractException(
                $"{request.Method} {request.RequestUri!.PathAndQuery}, {(int)response.StatusCode}: not as the OpenAPI document says.\n{string.Join('\n', faults)}");
        }

        if (Contract.Ours.Find(request.RequestUri!.AbsolutePath)?.Find(request.Method.Method) is { } operation)
        {
            given(operation.Id, (int)response.StatusCode);
        }

        return response;
    }
}
