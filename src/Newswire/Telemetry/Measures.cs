using System.Diagnostics.Metrics;

namespace Newswire.Telemetry;

/// <summary>
/// What Newswire measures, under the meter <see cref="MeterName"/>, in the names and units of the OpenTelemetry semantic
/// conventions. An instrument has at most one attribute, and that has some dozen values: no ids, no addresses, no content.
/// </summary>
public static class Measures
{
    /// <summary>The name of the meter.</summary>
    public const string MeterName = "Newswire";

    /// <summary>The attribute that says what came of something.</summary>
    public const string Outcome = "newswire.outcome";

    /// <summary>The attribute that says in what format a document is: the ending of its address.</summary>
    public const string Format = "newswire.document.format";

    /// <summary>The attribute with the kind of a change: the name of its type, such as <c>Publish</c>.</summary>
    public const string ChangeKind = "newswire.change.kind";

    /// <summary>The attribute with the status of an answer.</summary>
    public const string Status = "http.response.status_code";

    /// <summary>The attribute with the kind of a problem: the last part of its <c>type</c>.</summary>
    public const string Error = "error.type";

    /// <summary>The attribute with the name of a queue.</summary>
    public const string Queue = "messaging.destination.name";

    private static readonly Meter Meter = new(MeterName);

    /// <summary>The age of the oldest accepted change that readers do not see yet; 0 when there is none.</summary>
    public static readonly Gauge<double> Freshness = Meter.CreateGauge<double>(
        "newswire.freshness", "s", "Age of the oldest accepted change that the documents do not show yet.");

    /// <summary>Changes that are in the catalog, by <see cref="ChangeKind"/>.</summary>
    public static readonly Counter<long> ChangesAccepted = Meter.CreateCounter<long>(
        "newswire.changes.accepted", "{change}", "Changes that were made durable in the catalog.");

    /// <summary>Catalog lines set aside because they could not be read. Anything but zero wants a person's eye.</summary>
    public static readonly Counter<long> LinesSetAside = Meter.CreateCounter<long>(
        "newswire.catalog.lines_set_aside", "{line}", "Catalog lines that could not be read.");

    /// <summary>How long a pass took that had something to do, from its first read to its last write.</summary>
    public static readonly Histogram<double> PassDuration = Meter.CreateHistogram<double>(
        "newswire.pass.duration", "s", "Time of a projection pass.");

    /// <summary>How many changes a pass has brought to the documents.</summary>
    public static readonly Histogram<long> PassChanges = Meter.CreateHistogram<long>(
        "newswire.pass.changes", "{change}", "Changes that one projection pass folded in.");

    /// <summary>Public documents written, by <see cref="Format"/>.</summary>
    public static readonly Counter<long> DocumentsWritten = Meter.CreateCounter<long>(
        "newswire.documents.written", "{document}", "Public documents whose bytes had changed.");

    /// <summary>Public documents that a pass rendered and found as they were, by <see cref="Format"/>.</summary>
    public static readonly Counter<long> DocumentsUnchanged = Meter.CreateCounter<long>(
        "newswire.documents.unchanged", "{document}", "Public documents that were rendered and had not changed.");

    /// <summary>Requests for public documents, by <see cref="Status"/>.</summary>
    public static readonly Counter<long> DocumentRequests = Meter.CreateCounter<long>(
        "newswire.documents.requests", "{request}", "Requests for public documents that reached this process.");

    /// <summary>Refusals of every kind, by <see cref="Error"/>.</summary>
    public static readonly Counter<long> Problems = Meter.CreateCounter<long>(
        "newswire.problems", "{problem}", "Requests that were refused.");

    /// <summary>Pictures asked for at ingest, by <see cref="Outcome"/>.</summary>
    public static readonly Counter<long> PicturesAsked = Meter.CreateCounter<long>(
        "newswire.pictures.asked", "{picture}", "Pictures asked for what the CMS did not say of them.");

    /// <summary>Documents sent to subscribers of the hub, by <see cref="Outcome"/>.</summary>
    public static readonly Counter<long> DocumentsSent = Meter.CreateCounter<long>(
        "newswire.websub.documents_sent", "{document}", "Documents sent to subscribers.");

    /// <summary>Changes sent to partners' webhooks, by <see cref="Outcome"/>.</summary>
    public static readonly Counter<long> WebhooksSent = Meter.CreateCounter<long>(
        "newswire.webhooks.sent", "{delivery}", "Deliveries to partners.");

    /// <summary>Notifications sent to readers' browsers, by <see cref="Outcome"/>.</summary>
    public static readonly Counter<long> NotificationsSent = Meter.CreateCounter<long>(
        "newswire.push.sent", "{notification}", "Push messages sent to readers.");

    /// <summary>Messages in a queue, those included that wait for their time; about. By <see cref="Queue"/>.</summary>
    public static readonly Gauge<long> QueueMessages = Meter.CreateGauge<long>(
        "newswire.queue.messages", "{message}", "Messages in a queue.");

    /// <summary>Counts one.</summary>
    /// <param name="counter">What is counted.</param>
    /// <param name="attribute">The name of its attribute.</param>
    /// <param name="value">One of its few values.</param>
    public static void Count(this Counter<long> counter, string attribute, object value) =>
        counter.Add(1, new KeyValuePair<string, object?>(attribute, value));
}
