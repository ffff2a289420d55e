using System.Runtime.CompilerServices;
using Newswire.Importing;
using Newswire.TestKit.Faults;

namespace Newswire.CommandLine.Tests.Importing;

/// <summary>A source whose reader dies behind so many items.</summary>
internal sealed class DyingSource(IImportSource inner, int items) : IImportSource
{
    public async IAsyncEnumerable<ImportedItem> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var item in inner.ReadAsync(cancellationToken).Take(items))
        {
            yield return item;
        }

        throw new CrashException();
    }
}
