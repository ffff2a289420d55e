using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Newswire.Http;
using Newswire.Http.Connectors;

namespace Newswire.Functions;

/// <summary>Connectors, for the newsroom and for the CMS. Key and signature are asked for behind the triggers.</summary>
public sealed class ConnectorTriggers(ConnectorsApi connectors, ConnectorEventsApi events)
{
    /// <summary><c>GET /api/connectors</c>.</summary>
    [Function("GetConnectors")]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Connectors)] HttpRequest request) =>
        connectors.ListAsync(request);

    /// <summary><c>GET /api/connectors/{connector}</c>.</summary>
    [Function("GetConnector")]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Connector)] HttpRequest request, string connector) =>
        connectors.GetAsync(request, connector);

    /// <summary><c>PUT /api/connectors/{connector}</c>.</summary>
    [Function("PutConnector")]
    public Task<IResult> PutAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Routes.Connector)] HttpRequest request, string connector) =>
        connectors.PutAsync(request, connector);

    /// <summary><c>DELETE /api/connectors/{connector}</c>.</summary>
    [Function("DeleteConnector")]
    public Task<IResult> DeleteAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = Routes.Connector)] HttpRequest request, string connector) =>
        connectors.DeleteAsync(request, connector);

    /// <summary><c>POST /api/connectors/{connector}/events</c>.</summary>
    [Function("PostConnectorEvent")]
    public Task<IResult> PostEventAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.ConnectorEvents)] HttpRequest request, string connector) =>
        events.PostAsync(request, connector);
}
