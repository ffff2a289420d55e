using System.Text.RegularExpressions;

namespace Newswire.Infra.Tests;

public sealed partial class AlertTests
{
    private const string LogRule = "Microsoft.Insights/scheduledQueryRules";
    private const string PlatformRule = "Microsoft.Insights/metricAlerts";

    [Fact]
    public async Task Every_alert_tells_somebody()
    {
        var production = await Deployment.ProductionAsync();
        var people = production.The("Microsoft.Insights/actionGroups");
        var budget = production.The("Microsoft.Consumption/budgets");

        Assert.Equal("desk@news.example", Assert.Single(people.At("properties.emailReceivers").EnumerateArray()).GetProperty("emailAddress").GetString());
        Assert.All(production.Of(LogRule), rule => Assert.Equal([people.Id], rule.Texts("properties.actions.actionGroups")));
        Assert.All(
            production.Of(PlatformRule),
            rule => Assert.Equal(people.Id, Assert.Single(rule.At("properties.actions").EnumerateArray()).GetProperty("actionGroupId").GetString()));
        Assert.All(
            budget.At("properties.notifications").EnumerateObject(),
            notification => Assert.Equal(people.Id, Assert.Single(notification.Value.GetProperty("contactGroups").EnumerateArray()).GetString()));
    }

    [Fact]
    public async Task Every_alert_is_on_in_production()
    {
        var production = await Deployment.ProductionAsync();

        Assert.All([.. production.Of(LogRule), .. production.Of(PlatformRule)], rule => Assert.True(rule.At("properties.enabled").GetBoolean(), rule.Name));
    }

    [Fact]
    public async Task The_runbook_has_a_row_for_every_alert_and_no_other()
    {
        var production = await Deployment.ProductionAsync();
        var alerts = production.Of(LogRule).Concat(production.Of(PlatformRule)).Append(production.The("Microsoft.Consumption/budgets"));
        var rows = Row().Matches(Repository.Read("infra/RUNBOOK.md").Split("## Alerts")[1]).Select(match => match.Groups["name"].Value);

        Assert.Equal(alerts.Select(alert => alert.Name).Order(StringComparer.Ordinal), rows.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Alerts_ask_for_instruments_that_there_are()
    {
        var queries = (await Deployment.ProductionAsync()).Of(LogRule)
            .Select(rule => Assert.Single(rule.At("properties.criteria.allOf").EnumerateArray()).GetProperty("query").GetString()!);
        var asked = queries.SelectMany(query => Instrument().Matches(query).Select(match => match.Value)).ToHashSet(StringComparer.Ordinal);
        var source = Directory.EnumerateFiles(Repository.Path("src"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Instrument().Matches(File.ReadAllText(file)).Select(match => match.Value))
            .ToHashSet(StringComparer.Ordinal);

        Assert.NotEmpty(asked);
        Assert.SkipUnless(source.Contains("\"newswire.freshness\""), "The telemetry has not been built in yet.");
        Assert.Empty(asked.Except(source, StringComparer.Ordinal));
    }

    [GeneratedRegex("^\\| `(?<name>[a-z0-9-]+)` \\|", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Row();

    [GeneratedRegex("\"newswire\\.[a-z._]+\"", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Instrument();
}
