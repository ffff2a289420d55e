using System.Text.RegularExpressions;
using Newswire.Http.Tests.Surface;

namespace Newswire.Http.Tests.OpenApi;

/// <summary>The document has the routes of the hosts, and no others.</summary>
public sealed partial class DescribedRoutesTests : SurfaceTests
{
    /// <summary>The routes that the document describes: a catch-all is described by what it catches.</summary>
    [Fact]
    public void Every_route_is_described_but_for_pages_for_the_newsroom()
    {
        var described = Contract.Ours.Operations.SelectMany(operation => Surface.Routes
            .Where(route => route.Method == operation.Method && ShapeOf(route.Template).IsMatch(operation.Path.Template)));

        Assert.Equal(
            Surface.Routes.Where(route => !Contract.IsLeftOut("/" + route.Template)).Order(),
            described.Distinct().Order());
    }

    [Fact]
    public void Everything_described_has_exactly_one_route() => Assert.All(Contract.Ours.Operations, operation =>
        Assert.Single(Surface.Routes, route => route.Method == operation.Method && ShapeOf(route.Template).IsMatch(operation.Path.Template)));

    private static Regex ShapeOf(string template) => new(
        "^" + Variable().Replace("/" + template, match => match.Value switch
        {
            [.., ')', '?', '}'] => "/",
            ['/', '{', '*', ..] => "(/.*)?",
            _ => @"/\{[a-z]+\}",
        }) + "$",
        RegexOptions.CultureInvariant,
        TimeSpan.FromSeconds(1));

    [GeneratedRegex(@"/\{[^}]+\}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Variable();
}
