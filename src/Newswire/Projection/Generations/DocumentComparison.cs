using System.Runtime.CompilerServices;
using Newswire.Storage;

namespace Newswire.Projection.Generations;

/// <summary>Compares documents that are served with those another projection of the same changes has.</summary>
internal static class DocumentComparison
{
    /// <summary>The most differences that are told.</summary>
    public const int MaxDifferences = 1_000;

    /// <summary>
    /// Every document in which the two differ, in the order of their names; read to the last byte, since bytes may have come
    /// to harm without what is kept beside them.
    /// </summary>
    public static async IAsyncEnumerable<Difference> CompareAsync(
        IObjectStore served, IObjectStore built, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var left = Names(served, cancellationToken);
        await using var right = Names(built, cancellationToken);
        var (hasLeft, hasRight) = (await left.MoveNextAsync(), await right.MoveNextAsync());
        while (hasLeft || hasRight)
        {
            var order = !hasLeft ? 1 : !hasRight ? -1 : string.CompareOrdinal(left.Current, right.Current);
            if (await CompareAsync(order <= 0 ? left.Current : right.Current, served, built, cancellationToken) is { } difference)
            {
                yield return difference;
            }

            hasLeft = order <= 0 ? await left.MoveNextAsync() : hasLeft;
            hasRight = order >= 0 ? await right.MoveNextAsync() : hasRight;
        }
    }

    /// <summary>How the two differ in one document; null when they do not.</summary>
    public static async Task<Difference?> CompareAsync(
        string name, IObjectStore served, IObjectStore built, CancellationToken cancellationToken)
    {
        var path = new ObjectPath(Containers.Public, name);
        var expected = await built.HeadAsync(path, cancellationToken);
        var actual = await served.ReadAsync(path, cancellationToken);
        if (expected is null || actual is null)
        {
            return expected is not null ? new Difference(name, DifferenceKind.Missing)
                : actual is not null ? new Difference(name, DifferenceKind.Unexpected)
                : null;
        }

        var isSame = DocumentFacts.From(expected.Metadata) == DocumentFacts.From(actual.Properties.Metadata)
            && DocumentFacts.From(expected.Metadata)?.Hash == Fingerprint.Of(actual.Content.Span)
            && expected.ContentType == actual.Properties.ContentType;
        return isSame ? null : new Difference(name, DifferenceKind.Different);
    }

    private static IAsyncEnumerator<string> Names(IObjectStore store, CancellationToken cancellationToken) =>
        store.ListAsync(Containers.Public, prefix: "", cancellationToken).GetAsyncEnumerator(cancellationToken);
}
