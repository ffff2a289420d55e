using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Newswire.Http.Tests.OpenApi;

/// <summary>A path of the document.</summary>
internal sealed partial class ContractPath
{
    private readonly Contract contract;
    private readonly JsonObject item;
    private readonly Regex shape;

    public ContractPath(Contract contract, string template, JsonObject item)
    {
        (this.contract, Template, this.item) = (contract, template, item);
        var open = Parameters(item).Where(parameter => parameter["x-slashes"] is not null).Select(parameter => (string)parameter["name"]!).ToList();
        shape = new Regex(
            "^" + Variable().Replace(Regex.Escape(template).Replace("}", "\\}", StringComparison.Ordinal), match =>
            {
                var name = match.Groups["name"].Value;
                return $"(?<{name}>{(open.Contains(name) ? "[^/].*" : "[^/]+")})";
            }) + "$",
            RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
            TimeSpan.FromSeconds(1));
    }

    public string Template { get; }

    /// <summary>The names of its variables.</summary>
    public IEnumerable<string> Variables => shape.GetGroupNames().Skip(1);

    /// <summary>How much of it stands there literally.</summary>
    public int Exactness => Variable().Replace(Regex.Escape(Template).Replace("}", "\\}", StringComparison.Ordinal), "").Length;

    public bool Matches(string path) => shape.IsMatch(path);

    public bool Has(string method) => item.ContainsKey(method);

    /// <summary>The operation with the method as requests write it; null when there is none.</summary>
    public ContractOperation? Find(string method) => Has(method.ToLowerInvariant()) ? Operation(method.ToLowerInvariant()) : null;

    public ContractOperation Operation(string method)
    {
        var operation = item[method]!.AsObject();
        return new ContractOperation(contract, this, method, operation, [.. Parameters(item), .. Parameters(operation)]);
    }

    /// <summary>The values of the variables, percent-decoded.</summary>
    public IReadOnlyDictionary<string, string> ValuesIn(string path) =>
        shape.Match(path.Length > 1 ? path.TrimEnd('/') : path).Groups.Values.Skip(1).ToDictionary(group => group.Name, group => Uri.UnescapeDataString(group.Value), StringComparer.Ordinal);

    private IEnumerable<JsonObject> Parameters(JsonObject from) =>
        (from["parameters"] as JsonArray ?? []).Select(parameter => contract.Resolve(parameter!));

    [GeneratedRegex(@"\\\{(?<name>[a-z]+)\\\}", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Variable();
}
