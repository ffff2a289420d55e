namespace Newswire.Http.Tests.OpenApi;

/// <summary>
/// Stands between every test and the surface: whatever a test is about, what it sends and gets has to be as the OpenAPI
/// document says.
/// </summary>
internal sealed class ContractHandler(HttpMessageHandler surface) : DelegatingHandler(surface)
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

        return response;
    }
}
