using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Newswire.Http;
using Newswire.Http.Operations;

namespace Newswire.Functions;

/// <summary>How many read the feeds, for the newsroom.</summary>
public sealed class ReadersTrigger(ReadersApi readers)
{
    /// <summary><c>GET /api/readers</c>. The publisher key is asked for behind the trigger.</summary>
    [Function("GetReaders")]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Readers)] HttpRequest request) =>
        readers.GetAsync(request);
}
