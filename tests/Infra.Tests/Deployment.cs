using System.Globalization;
using System.Text.Json;

namespace Newswire.Infra.Tests;

/// <summary>Everything a deployment with given parameters would make, as the compiler predicts it.</summary>
internal sealed class Deployment
{
    private static readonly Lazy<Task<Deployment>> ForProduction = new(() => PredictAsync("production"));
    private static readonly Lazy<Task<Deployment>> ForDevelopment = new(() => PredictAsync("development"));

    // What has no default.
    private static readonly Dictionary<string, string> Least = new(StringComparer.Ordinal)
    {
        ["location"] = "westeurope",
        ["alertEmail"] = "desk@news.example",
        ["publicationTitle"] = "The Example",
        ["publicationTagAuthority"] = "news.example,2026",
        ["publicationSiteUrl"] = "https://news.example",
        ["budgetStart"] = "2026-11-01",
    };

    private Deployment(IReadOnlyList<Resource> resources) => Resources = resources;

    public IReadOnlyList<Resource> Resources { get; }

    /// <summary>What a newsroom gets that says no more than it must.</summary>
    public static Task<Deployment> ProductionAsync() => ForProduction.Value;

    /// <summary>The same for trying things out.</summary>
    public static Task<Deployment> DevelopmentAsync() => ForDevelopment.Value;

    /// <summary>What is made with these parameters, beside or instead of the least that must be given.</summary>
    public static async Task<Deployment> PredictAsync(string stage, params (string Name, string Value)[] more)
    {
        var folder = Directory.CreateDirectory(
            Path.Combine(AppContext.BaseDirectory, "deployments", Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture)));
        try
        {
            var parameters = Path.Combine(folder.FullName, "main.bicepparam");
            await File.WriteAllTextAsync(parameters, ParameterFile(folder.FullName, stage, more));
            var run = await Bicep.RunAsync(
                "snapshot", parameters, "--subscription-id", "00000000-0000-0000-0000-000000000001", "--location", "westeurope");
            Assert.Equal((0, ""), (run.ExitCode, run.Messages));

            using var snapshot = JsonDocument.Parse(await File.ReadAllTextAsync(Path.ChangeExtension(parameters, ".snapshot.json")));
            Assert.Empty(snapshot.RootElement.GetProperty("diagnostics").EnumerateArray());
            return new Deployment(
                [.. snapshot.RootElement.GetProperty("predictedResources").EnumerateArray().Select(resource => new Resource(resource.Clone()))]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public IReadOnlyList<Resource> Of(string type) => [.. Resources.Where(resource => resource.Type == type)];

    public Resource The(string type) => Assert.Single(Of(type));

    private static string ParameterFile(string folder, string stage, IEnumerable<(string Name, string Value)> more)
    {
        var parameters = new Dictionary<string, string>(Least, StringComparer.Ordinal) { ["environmentName"] = stage, ["stage"] = stage };
        foreach (var (name, value) in more)
        {
            parameters[name] = value;
        }

        var template = Path.GetRelativePath(folder, Repository.Path("infra/main.bicep")).Replace('\\', '/');
        return string.Join('\n', [$"using '{template}'", .. parameters.Select(parameter => $"param {parameter.Key} = '{parameter.Value}'")]);
    }
}
