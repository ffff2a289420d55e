using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Newswire.Infra.Tests;

public sealed partial class WorkflowTests
{
    private static readonly YamlMappingNode Check = Load(".github/workflows/ci.yml");
    private static readonly YamlMappingNode Deploy = Load(".github/workflows/deploy.yml");

    [Fact]
    public void A_change_is_checked_by_the_script_that_checks_it_everywhere() =>
        Assert.Contains(Steps(Check, "check"), step => Text(step, "run") == ".ci/run");

    [Fact]
    public void Nothing_is_deployed_that_was_not_checked()
    {
        Assert.Equal("./.github/workflows/ci.yml", Text(Job(Deploy, "check"), "uses"));
        Assert.Equal("${{ inputs.ref || github.sha }}", Text((YamlMappingNode)Job(Deploy, "check")["with"], "ref"));
        Assert.Equal("check", Text(Job(Deploy, "deploy"), "needs"));
        Assert.Contains(
            Steps(Deploy, "deploy"),
            step => Text(step, "uses")?.StartsWith("actions/checkout@", StringComparison.Ordinal) == true
                && Text((YamlMappingNode)step["with"], "ref") == "${{ inputs.ref || github.sha }}");
    }

    [Fact]
    public void Whoever_guards_the_environment_is_asked_and_no_secret_is_needed()
    {
        var job = Job(Deploy, "deploy");

        Assert.Equal("${{ inputs.environment || 'development' }}", Text(job, "environment"));
        Assert.Equal("write", Text((YamlMappingNode)job["permissions"], "id-token"));
        Assert.DoesNotContain("secrets.", Repository.Read(".github/workflows/deploy.yml"), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_variable_azd_reads_is_handed_to_it()
    {
        var read = Variable().Matches(Repository.Read("infra/main.parameters.json")).Select(match => match.Groups["name"].Value);
        var given = ((YamlMappingNode)Job(Deploy, "deploy")["env"]).Children.Keys.Select(name => name.ToString());

        Assert.Empty(read.Except(given, StringComparer.Ordinal));
    }

    [Fact]
    public void Actions_are_pinned_to_a_version()
    {
        var actions = Steps(Check, "check").Concat(Steps(Deploy, "deploy")).Select(step => Text(step, "uses")).OfType<string>().ToList();

        Assert.NotEmpty(actions);
        Assert.All(actions, action => Assert.Matches("^[A-Za-z-]+/[a-z-]+@v[0-9]+$", action));
    }

    [Fact]
    public void Azd_finds_the_template_and_the_project()
    {
        var azure = Load("azure.yaml");
        var infra = (YamlMappingNode)azure["infra"];
        var api = (YamlMappingNode)((YamlMappingNode)azure["services"])["api"];

        Assert.True(File.Exists(Repository.Path($"{Text(infra, "path")}/{Text(infra, "module")}.bicep")));
        Assert.True(File.Exists(Repository.Path($"{Text(api, "project")}/Newswire.Functions.csproj")));
        Assert.Equal(("function", "dotnet"), (Text(api, "host"), Text(api, "language")));
    }

    private static YamlMappingNode Load(string path)
    {
        using var reader = new StringReader(Repository.Read(path));
        var stream = new YamlStream();
        stream.Load(reader);
        return (YamlMappingNode)stream.Documents[0].RootNode;
    }

    private static YamlMappingNode Job(YamlMappingNode workflow, string name) => (YamlMappingNode)((YamlMappingNode)workflow["jobs"])[name];

    private static IEnumerable<YamlMappingNode> Steps(YamlMappingNode workflow, string job) =>
        ((YamlSequenceNode)Job(workflow, job)["steps"]).Cast<YamlMappingNode>();

    private static string? Text(YamlMappingNode node, string name) =>
        node.Children.TryGetValue(name, out var value) ? value.ToString() : null;

    [GeneratedRegex(@"\$\{(?<name>\w+)\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Variable();
}
