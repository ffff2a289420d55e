using Microsoft.AspNetCore.Http;
using Newswire.Connectors;
using Newswire.Feeds;
using Newswire.Http.Ingest;
using Newswire.Json;

namespace Newswire.Http.Connectors;

/// <summary>The newsroom's side of connectors: made, listed, removed. Every request needs a publisher key.</summary>
public sealed class ConnectorsApi
{
    private static readonly string[] JsonTypes = ["application/json"];

    private readonly PublisherDoor door;
    private readonly ConnectorRecords connectors;
    private readonly Publication publication;

    internal ConnectorsApi(PublisherDoor door, ConnectorRecords connectors, Publication publication) =>
        (this.door, this.connectors, this.publication) = (door, connectors, publication);

    /// <summary><c>GET /api/connectors</c>: every connector.</summary>
    public Task<IResult> ListAsync(HttpRequest request) => door.EnterAsync(request, async cancellationToken =>
        new JsonResult<ConnectorListAnswer>(
            StatusCodes.Status200OK,
            new ConnectorListAnswer([.. (await connectors.ListAsync(cancellationToken)).Select(connector => Answer(connector))]),
            HttpJson.Answers.ConnectorListAnswer));

    /// <summary><c>GET /api/connectors/{connector}</c>: one connector, without its secret.</summary>
    public Task<IResult> GetAsync(HttpRequest request, string connector) => door.EnterAsync(request, async cancellationToken =>
        (await connectors.ListAsync(cancellationToken)).FirstOrDefault(known => known.Name == connector) is { } found
            ? Show(found, ignored: null)
            : Problem.UnknownConnector(connector).ToResult());

    /// <summary>
    /// <c>PUT /api/connectors/{connector}</c>: makes the connector, 201, and shows its secret in this answer and never again; or changes it, 200.
    /// </summary>
    public Task<IResult> PutAsync(HttpRequest request, string connector) => door.EnterAsync(request, async cancellationToken =>
    {
        var (content, problem) = await RequestContent.ReadAsync(
            request, "What is said of a connector", ConnectorWish.MaxBytes, JsonTypes, cancellationToken);
        if (content is null)
        {
            return problem!.ToResult();
        }

        return ConnectorWish.Read(connector, content.Bytes) switch
        {
            JsonOutcome<ConnectorWish>.Malformed malformed => Problem.Malformed(malformed.Detail).ToResult(),
            JsonOutcome<ConnectorWish>.Refused refused => Problem.Invalid(refused.Faults, "connector").ToResult(),
            JsonOutcome<ConnectorWish>.Accepted accepted => await SetAsync(connector, accepted.Value, accepted.Ignored, cancellationToken),
            var outcome => throw new InvalidOperationException($"An outcome nobody knows: {outcome.GetType()}."),
        };
    });

    /// <summary><c>DELETE /api/connectors/{connector}</c>: what the CMS tells is refused from now on.</summary>
    public Task<IResult> DeleteAsync(HttpRequest request, string connector) => door.EnterAsync(request, async cancellationToken =>
        await connectors.RemoveAsync(connector, cancellationToken)
            ? Results.NoContent()
            : Problem.UnknownConnector(connector).ToResult());

    private async Task<IResult> SetAsync(
        string name, ConnectorWish wish, IReadOnlyList<string> ignored, CancellationToken cancellationToken)
    {
        var (change, connector) = await connectors.SetAsync(name, wish, cancellationToken);
        if (change != ConnectorChange.Created)
        {
            return change == ConnectorChange.Changed ? Show(connector, ignored) : Problem.TooManyConnectors(Connector.MaxConnectors).ToResult();
        }

        var created = new JsonResult<CreatedConnectorAnswer>(
            StatusCodes.Status201Created,
            new CreatedConnectorAnswer(connector.Secret, Answer(connector, ignored)),
            HttpJson.Answers.CreatedConnectorAnswer);
        created.Headers["Location"] = "/api/connectors/" + connector.Name;
        return created;
    }

    private JsonResult<ConnectorAnswer> Show(Connector connector, IReadOnlyList<string>? ignored) =>
        new(StatusCodes.Status200OK, Answer(connector, ignored), HttpJson.Answers.ConnectorAnswer);

    private ConnectorAnswer Answer(Connector connector, IReadOnlyList<string>? ignored = null) =>
        ConnectorAnswer.Of(connector, publication.BaseUrl, ignored);
}
