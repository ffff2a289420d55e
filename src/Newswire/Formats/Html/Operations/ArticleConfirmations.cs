using Newswire.Operations.Articles;
using Newswire.Projection;

namespace Newswire.Formats.Html.Operations;

/// <summary>What withdrawing and erasing an article will do, said before. Pure.</summary>
public static class ArticleConfirmations
{
    /// <summary>Taking an article back.</summary>
    public static Confirmation Withdrawal(ArticleReport report) => new()
    {
        Question = $"Withdraw {Call(report)}?",
        Consequences =
        [
            report.State is ArticleState.Scheduled ? "Readers will not come to see it." : $"It leaves {Feeds(report)} at once; those in Atom and JSON say for a time that it is gone.",
            $"{Partners(report)} told to take it down: in the change stream, by webhook, and in feeds of profiles that know takedowns.",
            "Readers whose browsers were told of it are told that it is gone.",
            "Its versions stay in the catalog. Publishing a newer version brings it back.",
        ],
        Button = "Withdraw it",
        Action = OperationsPaths.Withdraw(report.View.Id),
        Back = OperationsPaths.Article(report.View.Id),
    };

    /// <summary>Legal takedown of an article.</summary>
    public static Confirmation Erasure(ArticleReport report) => new()
    {
        Question = $"Erase {Call(report)} for good?",
        Consequences =
        [
            $"The content of {OperationsMarkup.Count(report.View.Versions.Count, "version", "versions")}, all that were received so far, is blanked in the catalog. Nobody can bring it back but the CMS, by publishing it again.",
            $"It leaves {Feeds(report)}, and every document that held it is written anew or deleted.",
            $"{Partners(report)} told to take it down, without a word of its content.",
            "What storage itself keeps of overwritten data (versioning, soft delete, backups) is not reached.",
            "It can take a minute or two; the page of the article then has the report.",
        ],
        Button = "Erase it for good",
        Action = OperationsPaths.Erase(report.View.Id),
        Back = OperationsPaths.Article(report.View.Id),
        IsFinal = true,
    };

    private static string Call(ArticleReport report) =>
        new ArticleHit(report.View.Id, report.State).Headline is { } headline ? $"“{headline}”" : report.View.Id;

    private static string Feeds(ArticleReport report) => OperationsMarkup.Count(report.Feeds.Count, "feed", "feeds");

    private static string Partners(ArticleReport report) =>
        report.PartnersGiven == 0 ? "No partner gets it at present; who once did is"
        : OperationsMarkup.Count(report.PartnersGiven, "partner gets it and is", "partners get it and are");
}
