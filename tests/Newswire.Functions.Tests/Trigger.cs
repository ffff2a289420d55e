using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Newswire.Functions.Tests;

/// <summary>A function as the worker finds it.</summary>
/// <param name="Name">The name of the function.</param>
/// <param name="Method">The method that is called.</param>
/// <param name="Binding">What triggers it.</param>
internal sealed record Trigger(string Name, MethodInfo Method, TriggerBindingAttribute Binding)
{
    /// <summary>Every function of the Functions host.</summary>
    public static IReadOnlyList<Trigger> All { get; } =
    [
        .. from type in typeof(SweepTrigger).Assembly.GetTypes()
           from method in type.GetMethods(
               BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static)
           let function = method.GetCustomAttribute<FunctionAttribute>()
           where function is not null
           select new Trigger(
               function.Name,
               method,
               method.GetParameters()
                   .Select(parameter => parameter.GetCustomAttribute<TriggerBindingAttribute>())
                   .Single(binding => binding is not null)!),
    ];

    /// <summary>Those that a request calls.</summary>
    public static IReadOnlyList<HttpTriggerAttribute> Http { get; } = Of<HttpTriggerAttribute>();

    /// <summary>Those that a message calls.</summary>
    public static IReadOnlyList<QueueTriggerAttribute> Queues { get; } = Of<QueueTriggerAttribute>();

    /// <summary>Those that the clock calls.</summary>
    public static IReadOnlyList<TimerTriggerAttribute> Timers { get; } = Of<TimerTriggerAttribute>();

    private static List<T> Of<T>() => [.. All.Select(trigger => trigger.Binding).OfType<T>()];
}
