using System.Diagnostics;

namespace Newswire.Benchmarks.Load;

/// <summary>Requests per second of the server beside those of the bare endpoint, turn and turn about.</summary>
/// <param name="Server">Median of the rounds, requests per second.</param>
/// <param name="Bare">Median of the rounds, requests per second.</param>
/// <param name="Ratios">Server to bare of each round, ascending.</param>
/// <param name="Head">The head of the answer, the same on both sides.</param>
/// <param name="ContentBytes">The length of its content.</param>
internal sealed record Throughput(double Server, double Bare, IReadOnlyList<double> Ratios, string Head, int ContentBytes)
{
    private const int Connections = 4, Rounds = 15;

    private static readonly TimeSpan Warming = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(1);

    public double Ratio => Ratios[Ratios.Count / 2];

    public static Throughput Measure(Uri server, byte[] serverRequest, Uri bare, byte[] bareRequest)
    {
        var (head, content) = Look(server, serverRequest);
        if (Look(bare, bareRequest) is var other && (other.Head != head || other.ContentBytes != content))
        {
            throw new InvalidOperationException($"The bare endpoint answers otherwise:\n{other.Head}\nand not\n{head}");
        }

        Run(server, serverRequest, Warming);
        Run(bare, bareRequest, Warming);
        List<double> servers = [], bares = [];
        for (var round = 0; round < Rounds; round++)
        {
            servers.Add(Run(server, serverRequest, Turn));
            bares.Add(Run(bare, bareRequest, Turn));
        }

        return new Throughput(
            Median(servers), Median(bares), [.. servers.Zip(bares, (mine, theirs) => mine / theirs).Order()], head, content);
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static (string Head, int ContentBytes) Look(Uri address, byte[] request)
    {
        using var connection = new WireConnection(address);
        var (head, content) = connection.Send(request);
        return (connection.Head(head), content);
    }

    private static double Run(Uri address, byte[] request, TimeSpan time)
    {
        var counts = new long[Connections];
        var watch = Stopwatch.StartNew();
        var threads = Enumerable.Range(0, Connections).Select(i => new Thread(() =>
        {
            using var connection = new WireConnection(address);
            while (watch.Elapsed < time)
            {
                connection.Send(request);
                counts[i]++;
            }
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        return counts.Sum() / watch.Elapsed.TotalSeconds;
    }
}
