using System.Globalization;
using System.Text.Json;
using Newswire.CommandLine.Targets;
using Newswire.CommandLine.Terminal;

namespace Newswire.CommandLine.Rebuilding;

/// <summary>Documents that are made anew: begun, followed to the end, and, over storage, worked on in this process as well.</summary>
internal sealed class Build(Target target, Screen screen, TimeProvider time)
{
    /// <summary>Where it is asked for.</summary>
    public const string Path = "api/rebuild";

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <summary>Begins it, or finds it under way.</summary>
    /// <returns>Its number.</returns>
    /// <exception cref="CommandFailedException">Something else is under way.</exception>
    public async Task<int> BeginAsync(string purpose, CancellationToken cancellationToken)
    {
        var answer = await target.Client.SendAsync(HttpMethod.Post, $"{Path}?purpose={purpose}", null, cancellationToken);

        // A small one may be over before it is looked at.
        return answer.TryGetProperty("building", out var building) ? NumberOf(building) : NumberOf(answer.GetProperty("last"));
    }

    /// <summary>Waits for its end.</summary>
    /// <returns>How it ended.</returns>
    public async Task<JsonElement> FollowAsync(int number, CancellationToken cancellationToken)
    {
        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var work = target.WorkOnBuildAsync(done.Token);
        try
        {
            while (true)
            {
                var state = await target.Client.GetAsync(Path, cancellationToken);
                if (!state.TryGetProperty("building", out var building) || NumberOf(building) != number)
                {
                    screen.EndProgress();
                    return state.GetProperty("last");
                }

                Show(building);
                await Task.Delay(Interval, time, cancellationToken);
            }
        }
        finally
        {
            await done.CancelAsync();
            await work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static int NumberOf(JsonElement build) => build.GetProperty("number").GetInt32();

    private void Show(JsonElement building)
    {
        var (done, total) = (building.GetProperty("doneBytes").GetInt64(), building.GetProperty("totalBytes").GetInt64());
        screen.Progress(string.Create(
            CultureInfo.InvariantCulture, $"{(total > 0 ? (double)done / total : 1):P0} of the catalog, {done / 1e6:N1} of {total / 1e6:N1} MB"));
    }
}
