using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker;

namespace Newswire.Functions.Tests;

/// <summary>What the Functions host takes without a word and does wrong.</summary>
public sealed class TriggerTests
{
    [Fact]
    public void There_are_triggers_of_all_three_kinds()
    {
        Assert.NotEmpty(Trigger.Http);
        Assert.NotEmpty(Trigger.Queues);
        Assert.NotEmpty(Trigger.Timers);
        Assert.Equal(Trigger.All.Count, Trigger.Http.Count + Trigger.Queues.Count + Trigger.Timers.Count);
    }

    [Fact]
    public void Function_names_are_unique() =>
        Assert.Distinct(Trigger.All.Select(trigger => trigger.Name), StringComparer.OrdinalIgnoreCase);

    [Fact]
    public void The_code_that_the_worker_generates_can_call_every_function() => Assert.All(Trigger.All, trigger =>
    {
        Assert.True(trigger.Method.IsPublic);
        Assert.True(trigger.Method.DeclaringType!.IsPublic);
    });

    [Fact]
    public void The_host_asks_for_no_key_of_its_own() =>
        Assert.All(Trigger.Http, http => Assert.Equal(AuthorizationLevel.Anonymous, http.AuthLevel));

    [Fact]
    public void No_route_is_left_out_or_begins_at_the_root() => Assert.All(Trigger.Http, http =>
    {
        Assert.False(string.IsNullOrEmpty(http.Route));
        Assert.False(http.Route.StartsWith('/'));
        Assert.NotEmpty(http.Methods!);
    });

    [Fact]
    public void Every_parameter_of_a_route_is_bound() => Assert.All(
        Trigger.All.Where(trigger => trigger.Binding is HttpTriggerAttribute { Route: not null }),
        trigger => Assert.Subset(
            RoutePatternFactory.Parse(((HttpTriggerAttribute)trigger.Binding).Route!).Parameters
                .Select(parameter => parameter.Name).ToHashSet(StringComparer.Ordinal),
            trigger.Method.GetParameters().Skip(1).Select(parameter => parameter.Name!).ToHashSet(StringComparer.Ordinal)));

    [Fact]
    public void Documents_answer_HEAD() => Assert.All(
        Trigger.Http.Where(http => http.Methods!.Contains("get") && !http.Route!.StartsWith("api/", StringComparison.Ordinal)),
        http => Assert.Contains("head", http.Methods!));

    [Fact]
    public void No_two_routes_match_the_same_request()
    {
        var overlapping =
            from first in Trigger.Http.Index()
            from second in Trigger.Http.Index()
            where first.Index < second.Index
            where first.Item.Methods!.Intersect(second.Item.Methods!, StringComparer.OrdinalIgnoreCase).Any()
            where RouteOverlap.Exists(first.Item.Route!, second.Item.Route!)
            select $"{first.Item.Route} and {second.Item.Route}";

        Assert.Empty(overlapping);
    }
}
