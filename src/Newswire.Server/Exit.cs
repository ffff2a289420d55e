using Newswire.Server.Development;
using Newswire.Server.Hosting;
using Newswire.Storage;

namespace Newswire.Server;

/// <summary>Ends the process with one clear sentence when it cannot do what it was started for.</summary>
internal static class Exit
{
    public static async Task<int> WithSentenceAsync(Func<Task> work)
    {
        try
        {
            await work();
            return 0;
        }
        catch (Exception exception) when (Sentence(exception) is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence);
            return 1;
        }
        catch (OperationCanceledException)
        {
            return 0;
        }
    }

    private static string? Sentence(Exception exception) => exception switch
    {
        AzuriteUnavailableException or StartException => exception.Message,
        StorageAwayException => "Storage does not answer; check Storage:ConnectionString or Storage:AccountName, and that the account can be reached.",
        InvalidOperationException { Source: "Newswire.Http" } or ArgumentException { ParamName: "options" } => exception.Message,
        IOException { InnerException: Microsoft.AspNetCore.Connections.AddressInUseException } =>
            $"{exception.Message.TrimEnd('.')}. End the other program, or choose another address with the setting Urls (Urls=http://127.0.0.1:7072).",
        _ => null,
    };
}
