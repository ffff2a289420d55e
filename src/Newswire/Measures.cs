using System.Diagnostics.Metrics;

namespace Newswire;

/// <summary>What the domain counts, under the meter <c>Newswire</c>.</summary>
internal static class Measures
{
    private static readonly Meter Meter = new("Newswire");

    /// <summary>Catalog lines set aside because they could not be read. Anything but zero wants a person's eye.</summary>
    public static readonly Counter<long> LinesSetAside = Meter.CreateCounter<long>(
        "newswire.catalog.lines_set_aside", "{line}", "Catalog lines that could not be read.");

    /// <summary>Pictures asked for at ingest, by what came of it (<c>outcome</c>).</summary>
    public static readonly Counter<long> PicturesAsked = Meter.CreateCounter<long>(
        "newswire.pictures.asked", "{picture}", "Pictures asked for what the CMS did not say of them.");

    /// <summary>Documents sent to subscribers of the hub, by what came of it (<c>outcome</c>).</summary>
    public static readonly Counter<long> DocumentsSent = Meter.CreateCounter<long>(
        "newswire.websub.documents_sent", "{document}", "Documents sent to subscribers.");

    /// <summary>Changes sent to partners' webhooks, by what came of it (<c>outcome</c>).</summary>
    public static readonly Counter<long> WebhooksSent = Meter.CreateCounter<long>(
        "newswire.webhooks.sent", "{delivery}", "Deliveries to partners.");
}
