using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace Newswire.Http.Partners;

/// <summary>
/// How many requests of a partner are being answered. An answer may be some megabytes and be read slowly, and a request may
/// wait for a minute; so a partner has a few at once, and none of the others waits for it.
/// </summary>
internal sealed class OpenRequests
{
    /// <summary>Requests of one partner at once in a process.</summary>
    public const int Max = 8;

    private readonly ConcurrentDictionary<string, int> byPartner = new(StringComparer.Ordinal);

    /// <summary>Counts the request until its answer has left. False when there are too many already.</summary>
    public bool TryOpen(string partner, HttpContext request)
    {
        if (byPartner.AddOrUpdate(partner, 1, (_, open) => open + 1) > Max)
        {
            Close(partner);
            return false;
        }

        request.Response.OnCompleted(() =>
        {
            Close(partner);
            return Task.CompletedTask;
        });
        return true;
    }

    // A partner stays in the table with 0; there are as many as have good keys.
    private void Close(string partner) => byPartner.AddOrUpdate(partner, 0, (_, open) => open - 1);
}
