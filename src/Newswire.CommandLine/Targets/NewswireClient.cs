using System.Net.Http.Headers;
using System.Text.Json;

namespace Newswire.CommandLine.Targets;

/// <summary>Asks a Newswire and makes sentences of its refusals.</summary>
/// <param name="http">Brings requests there, with a key.</param>
/// <param name="who">Who answers, as a sentence begins: "The server".</param>
internal sealed class NewswireClient(HttpClient http, string who)
{
    /// <summary>The answer to a GET, as JSON.</summary>
    /// <exception cref="CommandFailedException">It was refused, or nobody answers.</exception>
    public Task<JsonElement> GetAsync(string path, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Get, path, null, cancellationToken);

    /// <summary>Sends JSON and gives the answer as JSON; an answer without content is undefined.</summary>
    /// <exception cref="CommandFailedException">It was refused, or nobody answers.</exception>
    public async Task<JsonElement> SendAsync(
        HttpMethod method, string path, ReadOnlyMemory<byte>? json, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, path);
        if (json is { } content)
        {
            request.Content = new ReadOnlyMemoryContent(content);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        using var answer = await SendAsync(request, cancellationToken);
        await RefuseAsync(answer, cancellationToken);
        var bytes = await answer.Content.ReadAsByteArrayAsync(cancellationToken);
        try
        {
            return bytes.Length == 0 ? default : JsonElement.Parse(bytes);
        }
        catch (JsonException exception)
        {
            throw new CommandFailedException("The answer is not that of Newswire; is the address right?", exception);
        }
    }

    /// <summary>The answer whatever it is.</summary>
    /// <exception cref="UnansweredException">Nobody answers.</exception>
    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await http.SendAsync(request, cancellationToken);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            throw new UnansweredException($"{who} does not answer at {http.BaseAddress}: {exception.Message.TrimEnd('.')}.", exception);
        }
        catch (TaskCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new UnansweredException($"{who} did not answer in time.", exception);
        }
    }

    /// <summary>Ends the command when the answer is a refusal.</summary>
    /// <exception cref="CommandFailedException">It is.</exception>
    public async Task RefuseAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        if (!answer.IsSuccessStatusCode)
        {
            throw new CommandFailedException(Refusal.Text(
                who, (int)answer.StatusCode, await answer.Content.ReadAsByteArrayAsync(cancellationToken)));
        }
    }
}
