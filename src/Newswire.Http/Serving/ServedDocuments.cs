using Newswire.Telemetry;

namespace Newswire.Http.Serving;

/// <summary>Counts answers to requests for public documents.</summary>
internal static class ServedDocuments
{
    // Boxed once: a request must not pay for being counted.
    private static readonly Dictionary<int, object> Statuses =
        new[] { 200, 226, 301, 304, 404, 410, 412, 503 }.ToDictionary(status => status, status => (object)status);

    /// <summary>Counts one, by one of the statuses that a document can have.</summary>
    public static void Count(int status) => Measures.DocumentRequests.Count(Measures.Status, Statuses[status]);
}
