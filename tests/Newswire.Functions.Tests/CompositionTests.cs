using System.Reflection;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Newswire.Articles.Submissions;

namespace Newswire.Functions.Tests;

/// <summary>Program.cs itself, run against a worker that is only declared. Storage is named and never asked.</summary>
public sealed class CompositionTests
{
    private static readonly string[] DevelopmentStorage = ["--AzureWebJobsStorage=UseDevelopmentStorage=true"];

    [Fact]
    public void Every_trigger_class_can_be_made()
    {
        var made = new List<object>();
        RunProgram(DevelopmentStorage, services =>
            made.AddRange(TriggerClasses.Select(type => ActivatorUtilities.CreateInstance(services, type))));

        Assert.Equal(TriggerClasses, made.Select(trigger => trigger.GetType()));
    }

    [Fact]
    public void An_account_with_an_identity_is_enough()
    {
        var made = 0;
        RunProgram(
            ["--AzureWebJobsStorage:accountName=newswire1", "--AzureWebJobsStorage:clientId=id"],
            services => made = TriggerClasses.Count(type => ActivatorUtilities.CreateInstance(services, type) is not null));

        Assert.Equal(TriggerClasses.Count, made);
    }

    [Fact]
    public void Without_storage_the_host_does_not_start()
    {
        var refused = Assert.Throws<ArgumentException>(() => RunProgram([], _ => { }));

        Assert.Contains("Storage:AccountName", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_server_of_the_worker_takes_the_largest_batch()
    {
        long? limit = 0;
        RunProgram(DevelopmentStorage, services =>
            limit = services.GetRequiredService<IOptions<KestrelServerOptions>>().Value.Limits.MaxRequestBodySize);

        Assert.True(limit > SubmissionLimits.MaxBatchBytes);
    }

    [Fact]
    public void Every_instance_exchanges_measures_and_writes_down_for_itself()
    {
        IReadOnlyList<string> started = [];
        RunProgram(DevelopmentStorage, services =>
            started = [.. services.GetServices<IHostedService>().Select(service => service.GetType().Name)]);

        // Quotas, usage, history, readers, freshness, queues.
        Assert.Equal(6, started.Count(name => name == "RegularWork"));
    }

    private static IReadOnlyList<Type> TriggerClasses { get; } =
        [.. Trigger.All.Select(trigger => trigger.Method.DeclaringType!).Distinct()];

    /// <summary>Runs the program to its end, and looks at its services before it starts.</summary>
    private static void RunProgram(string[] args, Action<IServiceProvider> look)
    {
        FunctionsApplicationBuilder.WhenBuilt.Value = host =>
        {
            look(host.Services);
            var lifetime = host.Services.GetRequiredService<IHostApplicationLifetime>();
            lifetime.ApplicationStarted.Register(lifetime.StopApplication);
        };
        typeof(SweepTrigger).Assembly.EntryPoint!.Invoke(
            null, BindingFlags.DoNotWrapExceptions, binder: null, [args], culture: null);
    }
}
