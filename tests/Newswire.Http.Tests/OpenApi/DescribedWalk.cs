using Newswire.Http.Tests.Surface;

namespace Newswire.Http.Tests.OpenApi;

/// <summary>
/// A walk through the surface that gets every answer the document names, but for those of <see cref="CommonRefusalsTests"/>
/// and a few that other tests get apart. That each is as described, the handler sees to.
/// </summary>
public abstract class DescribedWalk : SurfaceTests
{
    /// <summary>What every operation is asked for in <see cref="CommonRefusalsTests"/>.</summary>
    private static readonly int[] Common = [401, 403, 413, 415, 503];

    private protected static string ExampleOf(string operation) =>
        Examples.Of(Contract.Ours.Operations.Single(known => known.Id == operation).RequestContent!);

    private protected void AssertGiven(Func<ContractOperation, bool> isWalked, IReadOnlyCollection<(string Operation, int Status)> elsewhere)
    {
        var described = Contract.Ours.Operations.Where(isWalked)
            .SelectMany(operation => operation.Statuses.Select(status => (operation.Id, status)));
        var missing = described.Where(answer => !Common.Contains(answer.status)).Except(Surface.Given).Except(elsewhere);

        Assert.Equal("", string.Join(", ", missing.Select(answer => $"{answer.Item1} {answer.Item2}")));
    }

    private protected async Task<Answer> ExpectAsync(
        int status, string method, string path, HttpContent? content = null, params (string Name, string Value)[] headers)
    {
        var answer = await Surface.SendAsync(new HttpMethod(method), path, content, headers);
        Assert.True(answer.Status == status, $"{method} {path}: {answer.Status} instead of {status}: {answer.Text}");
        return answer;
    }

    /// <summary>GET and HEAD as a reader.</summary>
    private protected Task<Answer> ReadAsync(int status, string path, params (string Name, string Value)[] headers) => BothAsync(status, path, headers);

    /// <summary>GET and HEAD with these headers and no others.</summary>
    private protected async Task<Answer> BothAsync(int status, string path, (string Name, string Value)[] headers)
    {
        var head = await Surface.SendWithAsync(headers, HttpMethod.Head, path);
        var get = await Surface.SendWithAsync(headers, HttpMethod.Get, path);
        Assert.True(get.Status == status && head.Status == status, $"{path}: {get.Status} and {head.Status} instead of {status}: {get.Text}");
        return get;
    }
}
