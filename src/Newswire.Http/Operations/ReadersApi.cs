using Microsoft.AspNetCore.Http;
using Newswire.Http.Ingest;
using Newswire.Operations.Readers;

namespace Newswire.Http.Operations;

/// <summary>How many read the feeds through services that ask for many, for the newsroom. Needs a publisher key.</summary>
public sealed class ReadersApi
{
    private readonly PublisherDoor door;
    private readonly ReaderReports readers;

    internal ReadersApi(PublisherDoor door, ReaderReports readers) => (this.door, this.readers) = (door, readers);

    /// <summary><c>GET /api/readers</c>: by feed and service, as each said last since yesterday.</summary>
    public Task<IResult> GetAsync(HttpRequest request) => door.EnterAsync(request, async cancellationToken =>
        new JsonResult<ReadersAnswer>(
            StatusCodes.Status200OK,
            ReadersAnswer.Of(await readers.ReadAsync(cancellationToken)),
            HttpJson.Answers.ReadersAnswer));
}
