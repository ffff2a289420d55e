namespace Newswire.CommandLine.Importing;

/// <summary>
/// How far an import has come: the items at the beginning of the source that are done with, whatever came of them. What was
/// sent beyond is sent again, which changes nothing.
/// </summary>
/// <param name="Source">What is imported.</param>
/// <param name="Target">Where to.</param>
/// <param name="Items">How many items are done with.</param>
/// <param name="Chain">What those items were, see <see cref="ItemChain"/>: by it a source that has changed is recognised.</param>
/// <param name="ReportBytes">How much of the report is about them.</param>
/// <param name="Tally">What came of them.</param>
internal sealed record Journal(string Source, string Target, long Items, string Chain, long ReportBytes, ImportTally Tally)
{
    /// <summary>The journal of an import that begins.</summary>
    public static Journal Beginning(string source, string target) => new(source, target, 0, ItemChain.Empty, 0, new ImportTally());
}
