using Microsoft.AspNetCore.Http;
using Newswire.Auditing;
using Newswire.Formats.Html.Operations;
using Newswire.Projection.Generations;

namespace Newswire.Http.Newsroom;

/// <summary>Everything made anew from the catalog, or compared with it.</summary>
internal sealed class RebuildRoom(Rebuild rebuild, RebuildMonitor monitor) : INewsroomRoom
{
    public string Name => "rebuild";

    public async Task<IResult?> ShowAsync(IReadOnlyList<string> path, NewsroomVisit visit, CancellationToken cancellationToken)
    {
        if (path.Count == 0)
        {
            var (record, progress) = await monitor.LookAsync(cancellationToken);
            return new PageResult(RebuildPage.Write(visit.Context, record, progress));
        }

        return ConfirmationOf(path) is { } confirmation ? new PageResult(ConfirmPage.Write(visit.Context, confirmation)) : null;
    }

    public NewsroomAct? FindAct(IReadOnlyList<string> path, NewsroomVisit visit) => path switch
    {
        ["begin"] => Act("rebuild", visit, token => rebuild.BeginAsync(BuildPurpose.Rebuild, token)),
        ["verify"] => Act("verify", visit, token => rebuild.BeginAsync(BuildPurpose.Verify, token)),
        ["abandon"] => Act("abandon", visit, rebuild.AbandonAsync),
        _ => null,
    };

    private static NewsroomAct Act(string subject, NewsroomVisit visit, Func<CancellationToken, Task> work) =>
        new(new AuditAct(AuditActs.Rebuild, subject), async cancellationToken =>
        {
            await work(cancellationToken);
            return visit.Leave(OperationsPaths.Rebuild, subject);
        });

    private static Confirmation? ConfirmationOf(IReadOnlyList<string> path) => path switch
    {
        ["begin"] => new Confirmation
        {
            Question = "Rebuild everything from the catalog?",
            Consequences =
            [
                "All feeds, archives and pages are made anew beside those that are served. Readers notice nothing meanwhile; publishing goes on.",
                "When the new ones have caught up they take the place of the old ones, from one moment to the next; those are removed a while later.",
                "Nobody is told again of what they were told before. It takes some minutes for each 100,000 articles, and as much storage again meanwhile.",
            ],
            Button = "Rebuild",
            Action = OperationsPaths.BeginRebuild,
            Back = OperationsPaths.Rebuild,
        },
        ["verify"] => new Confirmation
        {
            Question = "Compare everything with the catalog?",
            Consequences =
            [
                "All feeds, archives and pages are made anew beside those that are served, compared with them, and dropped. Nothing that readers get is changed.",
                "Documents that differ are listed at the end.",
            ],
            Button = "Compare",
            Action = OperationsPaths.BeginVerify,
            Back = OperationsPaths.Rebuild,
        },
        ["abandon"] => new Confirmation
        {
            Question = "Give up what is being built?",
            Consequences = ["What is served stays as it is. What was built so far is removed; building can begin anew at any time."],
            Button = "Give it up",
            Action = OperationsPaths.AbandonRebuild,
            Back = OperationsPaths.Rebuild,
            IsFinal = true,
        },
        _ => null,
    };
}
