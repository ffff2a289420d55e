using System.Reflection;
using System.Xml.Linq;

namespace Newswire.Functions.Tests;

/// <summary>The arrows: Functions, Server → Http, AzureStorage, Exporters → Newswire. Nothing points back.</summary>
public sealed class ArchitectureTests
{
    private static readonly Dictionary<string, string[]> Arrows = new(StringComparer.Ordinal)
    {
        ["Newswire"] = [],
        ["Newswire.AzureStorage"] = ["Newswire"],
        ["Newswire.Http"] = ["Newswire"],
        ["Newswire.Exporters"] = ["Newswire"],
        ["Newswire.Functions"] = ["Newswire.AzureStorage", "Newswire.Exporters", "Newswire.Http"],
        ["Newswire.Server"] = ["Newswire.AzureStorage", "Newswire.Exporters", "Newswire.Http"],
    };

    private static readonly Assembly Domain = typeof(Articles.Article).Assembly;
    private static readonly Assembly Surface = typeof(Http.Routes).Assembly;
    private static readonly Assembly Adapters = typeof(AzureStorage.StorageOptions).Assembly;

    public static TheoryData<string> Projects => [.. Arrows.Keys];

    [Fact]
    public void Every_project_has_its_arrows_here() => Assert.Equal(
        Arrows.Keys.Order(StringComparer.Ordinal),
        Directory.EnumerateFiles(Repository.File("src"), "*.csproj", SearchOption.AllDirectories)
            .Select(path => Path.GetFileNameWithoutExtension(path)!)
            .Where(name => name != "WorkerExtensions")
            .Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_refers_to_the_rooms_below_it(string project) => Assert.Equal(
        Arrows[project],
        Items(project, "ProjectReference")
            .Select(path => Path.GetFileNameWithoutExtension(path))
            .Order(StringComparer.Ordinal));

    [Fact]
    public void The_domain_knows_neither_a_cloud_nor_the_web()
    {
        Assert.Equal("Microsoft.NET.Sdk", (string?)Project("Newswire").Root!.Attribute("Sdk"));
        Assert.Empty(Items("Newswire", "FrameworkReference"));
        Assert.DoesNotContain(Items("Newswire", "PackageReference"), IsCloudOrWeb);
        Assert.DoesNotContain(References(Domain), IsCloudOrWeb);
    }

    [Fact]
    public void The_surface_knows_no_cloud_and_the_adapters_no_web()
    {
        Assert.DoesNotContain(References(Surface), IsCloud);
        Assert.DoesNotContain(References(Adapters), IsWeb);
        Assert.DoesNotContain(Items("Newswire.Http", "PackageReference"), IsCloud);
        Assert.DoesNotContain(Items("Newswire.AzureStorage", "FrameworkReference"), IsWeb);
    }

    [Fact]
    public void Compiled_rooms_use_only_the_rooms_below_them()
    {
        Assert.Equal([], Ours(Domain));
        Assert.Equal(["Newswire"], Ours(Surface));
        Assert.Equal(["Newswire"], Ours(Adapters));
        Assert.DoesNotContain("Newswire.Server", Ours(typeof(SweepTrigger).Assembly));
        Assert.DoesNotContain("Newswire.Functions.Compiled", Ours(typeof(Server.Hosting.ServerHost).Assembly));
    }

    private static XDocument Project(string name) => XDocument.Load(Repository.File($"src/{name}/{name}.csproj"));

    private static IEnumerable<string> Items(string project, string item) =>
        Project(project).Descendants(item).Select(element => (string)element.Attribute("Include")!);

    private static IEnumerable<string> References(Assembly assembly) =>
        assembly.GetReferencedAssemblies().Select(reference => reference.Name!);

    private static IEnumerable<string> Ours(Assembly assembly) =>
        References(assembly).Where(name => name.StartsWith("Newswire", StringComparison.Ordinal));

    private static bool IsCloudOrWeb(string name) => IsCloud(name) || IsWeb(name);

    private static bool IsCloud(string name) =>
        name.StartsWith("Azure.", StringComparison.Ordinal) || name.StartsWith("Microsoft.Azure.", StringComparison.Ordinal);

    private static bool IsWeb(string name) => name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal);
}
