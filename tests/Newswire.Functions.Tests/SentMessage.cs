using System.Xml.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Newswire.AzureStorage;
using Newswire.Storage;

namespace Newswire.Functions.Tests;

/// <summary>A message as it goes to storage.</summary>
internal static class SentMessage
{
    /// <summary>Sends a message through the adapter to a server that only listens, and returns its text there.</summary>
    public static async Task<string> CaptureAsync(string message, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var storage = builder.Build();
        string? text = null;
        storage.MapPost("/account/queue/messages", async (HttpRequest request) =>
        {
            var body = await XDocument.LoadAsync(request.Body, LoadOptions.None, request.HttpContext.RequestAborted);
            text = body.Root!.Element("MessageText")!.Value;
            return Results.Content("""
                <QueueMessagesList><QueueMessage>
                  <MessageId>1</MessageId><PopReceipt>1</PopReceipt>
                  <InsertionTime>Fri, 02 Jan 2026 00:00:00 GMT</InsertionTime>
                  <ExpirationTime>Fri, 02 Jan 2026 00:00:00 GMT</ExpirationTime>
                  <TimeNextVisible>Fri, 02 Jan 2026 00:00:00 GMT</TimeNextVisible>
                </QueueMessage></QueueMessagesList>
                """, "application/xml", statusCode: StatusCodes.Status201Created);
        });
        await storage.StartAsync(cancellationToken);

        var address = $"{storage.Urls.Single()}/account";
        await using var services = new ServiceCollection()
            .AddAzureStorage(new StorageOptions
            {
                ConnectionString =
                    $"AccountName=account;AccountKey=a2V5;BlobEndpoint={address};QueueEndpoint={address}",
                MaxRetries = 0,
            })
            .BuildServiceProvider();
        await services.GetRequiredService<IMessageQueues>().SendAsync("queue", message, cancellationToken);
        return text!;
    }
}
