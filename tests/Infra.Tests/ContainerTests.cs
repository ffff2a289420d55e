using System.Xml.Linq;

namespace Newswire.Infra.Tests;

public sealed class ContainerTests
{
    private const string Project = "src/Newswire.Server";

    private static readonly string[] Lines = [.. Repository.Read($"{Project}/Dockerfile").Split('\n').Where(line => !line.StartsWith('#'))];

    private static string[] Images => [.. Arguments("FROM").Select(arguments => arguments[0])];

    [Fact]
    public void It_is_built_and_run_on_the_framework_of_the_project()
    {
        var framework = XDocument.Load(Repository.Path("Directory.Build.props")).Descendants("TargetFramework").Single().Value["net".Length..];

        Assert.Equal($"mcr.microsoft.com/dotnet/sdk:{framework}", Images[0]);
        Assert.StartsWith($"mcr.microsoft.com/dotnet/aspnet:{framework}-", Images[1], StringComparison.Ordinal);
    }

    [Fact]
    public void The_image_that_is_made_without_an_engine_has_the_same_base_and_the_same_address()
    {
        var project = XDocument.Load(Repository.Path($"{Project}/Newswire.Server.csproj"));
        var urls = project.Descendants("ContainerEnvironmentVariable").Single();

        Assert.EndsWith("-" + project.Descendants("ContainerFamily").Single().Value, Images[1], StringComparison.Ordinal);
        Assert.Equal([$"{urls.Attribute("Include")!.Value}={urls.Attribute("Value")!.Value}"], Assert.Single(Arguments("ENV")));
        Assert.Equal([project.Descendants("ContainerPort").Single().Attribute("Include")!.Value], Assert.Single(Arguments("EXPOSE")));
    }

    [Fact]
    public void It_runs_as_nobody_in_particular() => Assert.Equal(["$APP_UID"], Assert.Single(Arguments("USER")));

    [Fact]
    public void Readers_have_their_time_zones_in_it() => Assert.EndsWith("-extra", Images[1], StringComparison.Ordinal);

    [Fact]
    public void What_it_copies_is_there_and_not_ignored()
    {
        var copied = Arguments("COPY").Where(arguments => !arguments[0].StartsWith("--", StringComparison.Ordinal)).SelectMany(arguments => arguments[..^1]).ToList();
        var allowed = Repository.Read(".dockerignore").Split('\n').Where(line => line.StartsWith('!')).Select(line => line[1..]);

        Assert.All(copied, path => Assert.True(Path.Exists(Repository.Path(path)), path));
        Assert.Equal(allowed.Order(StringComparer.Ordinal), copied.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_it_publishes_is_what_it_starts()
    {
        Assert.Contains(Arguments("RUN"), arguments => arguments is ["dotnet", "publish", Project, ..]);
        Assert.Contains(Lines, line => line == """ENTRYPOINT ["dotnet", "Newswire.Server.dll"]""");
    }

    private static IEnumerable<string[]> Arguments(string instruction) =>
        Lines.Where(line => line.StartsWith(instruction + " ", StringComparison.Ordinal)).Select(line => line.Split(' ')[1..]);
}
