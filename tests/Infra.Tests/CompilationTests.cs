using System.Text.Json;
using System.Text.RegularExpressions;

namespace Newswire.Infra.Tests;

public sealed partial class CompilationTests
{
    [Fact]
    public async Task It_compiles_with_all_modules_and_without_a_warning()
    {
        var run = await Bicep.RunAsync("build", Repository.Path("infra/main.bicep"), "--stdout");

        Assert.Equal((0, ""), (run.ExitCode, run.Messages));
    }

    [Fact]
    public void No_rule_of_the_linter_may_only_warn()
    {
        var levels = Level().Matches(Repository.Read("infra/bicepconfig.json")).Select(match => match.Groups["level"].Value);

        Assert.All(levels, level => Assert.True(level is "error" or "off", level));
    }

    [Fact]
    public async Task Azd_is_told_every_parameter_and_no_other()
    {
        var run = await Bicep.RunAsync("build", Repository.Path("infra/main.bicep"), "--stdout");
        using var template = JsonDocument.Parse(run.Text);
        using var parameters = JsonDocument.Parse(Repository.Read("infra/main.parameters.json"));

        Assert.Equal(Names(template.RootElement), Names(parameters.RootElement));
    }

    [Fact]
    public void No_variable_of_azd_is_used_twice()
    {
        var variables = Variable().Matches(Repository.Read("infra/main.parameters.json")).Select(match => match.Value);

        Assert.Distinct(variables);
    }

    private static IEnumerable<string> Names(JsonElement file) =>
        file.GetProperty("parameters").EnumerateObject().Select(parameter => parameter.Name).Order(StringComparer.Ordinal);

    [GeneratedRegex("\"level\": \"(?<level>[a-z]+)\"", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Level();

    [GeneratedRegex(@"\$\{\w+\}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Variable();
}
