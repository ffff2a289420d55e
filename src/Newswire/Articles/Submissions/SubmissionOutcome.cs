using Newswire.Catalog;
using Newswire.Json;

namespace Newswire.Articles.Submissions;

/// <summary>What came of reading a submission.</summary>
public abstract record SubmissionOutcome
{
    private SubmissionOutcome()
    {
    }

    /// <summary>It is in order.</summary>
    /// <param name="Change">What to append to the catalog.</param>
    /// <param name="Ignored">Pointers of members that the model does not have; nothing was done with them.</param>
    public sealed record Accepted(Change.OfArticle Change, IReadOnlyList<string> Ignored) : SubmissionOutcome;

    /// <summary>It can be read and is wrong.</summary>
    /// <param name="Faults">Everything that is wrong; at least one.</param>
    public sealed record Refused(IReadOnlyList<Fault> Faults) : SubmissionOutcome;

    /// <summary>It cannot be read.</summary>
    /// <param name="Detail">Why and where, without content.</param>
    public sealed record Malformed(string Detail) : SubmissionOutcome;

    /// <summary>It is a page without an article.</summary>
    /// <param name="LookedFor">What an article has and this page lacks.</param>
    public sealed record NoArticle(IReadOnlyList<string> LookedFor) : SubmissionOutcome;
}
