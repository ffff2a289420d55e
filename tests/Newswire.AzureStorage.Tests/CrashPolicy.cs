using Azure.Core;
using Azure.Core.Pipeline;
using Newswire.TestKit.Faults;

namespace Newswire.AzureStorage.Tests;

/// <summary>Kills an imagined process at one of its requests, before storage gets it or after it was served.</summary>
internal sealed class CrashPolicy(int request, bool served) : HttpPipelinePolicy
{
    private int requests;

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var number = Interlocked.Increment(ref requests);
        if (number > request || (number == request && !served))
        {
            throw new CrashException();
        }

        await ProcessNextAsync(message, pipeline);
        if (number == request)
        {
            throw new CrashException();
        }
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        throw new NotSupportedException();
}
