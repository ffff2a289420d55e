using System.Reflection;
using System.Text.Json.Nodes;
using Newswire.Json;
using Newswire.Partners.Quotas;
using Newswire.Projection.Generations;

namespace Newswire.Http.Tests.OpenApi;

/// <summary>Every kind of problem that the code has is in the document, and no other.</summary>
public sealed class DescribedProblemsTests
{
    private const string Prefix = "urn:newswire:problem:";

    /// <summary>What a request gets that no operation is for.</summary>
    private static readonly string[] OfNoOperation = ["method", "unknown-path"];

    private static readonly IReadOnlyList<string> Described =
        [.. Contract.Ours.Document["components"]!["schemas"]!["Problem"]!["properties"]!["type"]!["enum"]!.AsArray().Select(type => ((string)type!)[Prefix.Length..])];

    [Fact]
    public void The_kinds_are_those_of_the_code()
    {
        var made = typeof(Problem).GetProperties(BindingFlags.Static | BindingFlags.Public).Select(property => (Problem)property.GetValue(null)!)
            .Concat(typeof(Problem).GetMethods(BindingFlags.Static | BindingFlags.Public)
                .Where(method => method.ReturnType == typeof(Problem) && !method.IsSpecialName)
                .SelectMany(Make));

        Assert.Equal(made.Select(problem => problem.Kind).Distinct().Order(StringComparer.Ordinal), Described);
    }

    [Fact]
    public void Every_kind_is_named_by_an_answer()
    {
        var named = Contract.Ours.Operations.SelectMany(operation => operation.Statuses.Select(operation.Response))
            .Select(response => response!["content"]?["application/problem+json"]?["schema"]?["properties"]?["type"])
            .OfType<JsonObject>()
            .SelectMany(type => type["enum"] is JsonArray several ? several.Select(kind => (string)kind!) : [(string)type["const"]!])
            .Select(kind => kind[Prefix.Length..]);

        Assert.Equal(Described.Except(OfNoOperation), named.Distinct().Order(StringComparer.Ordinal));
    }

    /// <summary>What a method makes of arguments that do not matter, and of those that do.</summary>
    private static IEnumerable<Problem> Make(MethodInfo method) =>
        from choice in new[] { (Status: 404, Kind: FaultKind.Value), (Status: 405, Kind: FaultKind.Type), (Status: 404, Kind: FaultKind.Size) }
        select (Problem)method.Invoke(null, [.. method.GetParameters().Select(parameter => Argument(parameter.ParameterType, choice.Status, choice.Kind))])!;

    private static object Argument(Type type, int status, FaultKind kind) =>
        type == typeof(string) ? "anything"
        : type == typeof(int) ? status
        : type == typeof(BuildPurpose) ? BuildPurpose.Verify
        : type == typeof(IReadOnlyList<Fault>) ? new[] { new Fault("/anything", "Is wrong.", kind) }
        : type == typeof(IReadOnlyList<string>) ? new[] { "anything" }
        : type == typeof(IReadOnlyList<WindowStanding>) ? Array.Empty<WindowStanding>()
        : throw new NotSupportedException($"Say here what a {type} is like.");
}
