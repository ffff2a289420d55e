using System.Buffers;
using System.Net.Http.Headers;
using System.Text.Json;
using Newswire.CommandLine.Targets;

namespace Newswire.CommandLine.Importing;

/// <summary>Sends batches by HTTP, and again when it is told to come later or hears nothing: a batch sent twice changes nothing.</summary>
/// <param name="client">Brings them there.</param>
/// <param name="path">Which door takes them.</param>
/// <param name="progress">Is told of waits.</param>
/// <param name="time">The clock that waits go by.</param>
internal sealed class HttpBatches(NewswireClient client, string path, IImportProgress progress, TimeProvider time) : IBatchSender
{
    public async Task<IReadOnlyList<string?>> SendAsync(IReadOnlyList<ReadOnlyMemory<byte>> lines, CancellationToken cancellationToken)
    {
        var content = new ArrayBufferWriter<byte>();
        foreach (var line in lines)
        {
            content.Write(line.Span);
            content.Write("\n"u8);
        }

        for (var tries = 1; ; tries++)
        {
            TimeSpan? wait;
            string why;
            try
            {
                using var answer = await PostAsync(content.WrittenMemory, cancellationToken);
                if (!SendPatience.IsPassing(answer.StatusCode)
                    || (wait = SendPatience.Wait(tries, RetryAfter(answer))) is null)
                {
                    return await ReadAsync(answer, lines.Count, cancellationToken);
                }

                why = $"answered {(int)answer.StatusCode}";
            }
            catch (UnansweredException unanswered)
            {
                wait = SendPatience.Wait(tries, retryAfter: null);
                if (wait is null)
                {
                    throw;
                }

                why = unanswered.Message.TrimEnd('.');
            }

            progress.Waits(why, wait.Value);
            await Task.Delay(wait.Value, time, cancellationToken);
        }
    }

    private async Task<HttpResponseMessage> PostAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ReadOnlyMemoryContent(content) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-ndjson");
        return await client.SendAsync(request, cancellationToken);
    }

    private async Task<IReadOnlyList<string?>> ReadAsync(HttpResponseMessage answer, int lines, CancellationToken cancellationToken)
    {
        // Each line is answered for, whatever the status of the whole; any other form is a refusal of the whole.
        if (answer.Content.Headers.ContentType?.MediaType != "application/x-ndjson")
        {
            await client.RefuseAsync(answer, cancellationToken);
            throw new CommandFailedException("The answer is not that of Newswire; is the address right?");
        }

        var text = await answer.Content.ReadAsStringAsync(cancellationToken);
        List<string?> refusals = [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(RefusalOf)];
        return refusals.Count == lines
            ? refusals
            : throw new CommandFailedException("The answer does not have a line for each line that was sent.");
    }

    private static string? RefusalOf(string line) =>
        JsonElement.Parse(line).TryGetProperty("problem", out var problem) ? Refusal.Reason(problem) : null;

    private TimeSpan? RetryAfter(HttpResponseMessage answer) => answer.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - time.GetUtcNow() is var left && left > TimeSpan.Zero ? left : TimeSpan.Zero,
        _ => null,
    };
}
