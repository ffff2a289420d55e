using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Newswire.Partners;
using Newswire.Partners.Quotas;
using Newswire.Partners.Usage;
using Newswire.Storage;

namespace Newswire.Http.Partners;

/// <summary>
/// Lets a partner in at its own addresses, with a good key of its own (<see cref="BearerKey"/>) and as often as its quota
/// says, records what it takes, and answers for what is behind the door when storage is away. The same in both hosts.
/// </summary>
/// <remarks>
/// Whatever is wrong with a key, the answer is the same, and the partner of the address is not named in it; nor is anything
/// counted.
/// </remarks>
internal sealed class PartnerDoor(PartnerRecords partners, QuotaMeter quotas, UsageBook usage, ILogger<PartnerDoor> log)
{
    private static readonly UsageCounts Refusal = UsageCounts.None with { Refused = 1 };

    /// <param name="request">The request.</param>
    /// <param name="partner">The partner whose address it is, as it stands there.</param>
    /// <param name="work">What is behind the door; it gets the partner and the key that opened it, and says what its answer carries.</param>
    public async Task<IResult> EnterAsync(
        HttpRequest request, string partner, Func<PartnerVisit, CancellationToken, Task<IResult>> work)
    {
        var cancellationToken = request.HttpContext.RequestAborted;
        try
        {
            if (BearerKey.Find(request) is not { } key)
            {
                return Problem.NoPartnerKey.ToResult();
            }

            // Only behind the key: whoever has none can neither use up a quota nor learn how far it is.
            return await partners.FindByKeyAsync(partner, key, cancellationToken) is not PartnerCheck.Good good
                ? Problem.WrongPartnerKey.ToResult()
                : await quotas.EnterAsync(good.Partner, cancellationToken) switch
                {
                    QuotaEntry.Granted granted => await AnswerAsync(request, new PartnerVisit(good.Partner, good.Key), granted.Ticket, work),
                    QuotaEntry.Refused refused => Refuse(good.Partner, refused),
                    var entry => throw new InvalidOperationException($"An outcome nobody knows: {entry.GetType()}."),
                };
        }
        catch (StorageAwayException exception)
        {
            return Away(request, exception);
        }
    }

    private async Task<IResult> AnswerAsync(
        HttpRequest request, PartnerVisit visit, QuotaTicket ticket, Func<PartnerVisit, CancellationToken, Task<IResult>> work)
    {
        var isAnswered = false;
        try
        {
            var answer = await work(visit, request.HttpContext.RequestAborted);
            isAnswered = true;
            return new MeteredAnswer(answer, visit, ticket, usage);
        }
        catch (StorageAwayException exception)
        {
            isAnswered = true;
            return new MeteredAnswer(Away(request, exception), visit, ticket, usage);
        }
        finally
        {
            // One that hangs up before its answer has had the work done; a fault of ours costs it nothing.
            if (!isAnswered)
            {
                ticket.Settle(counts: request.HttpContext.RequestAborted.IsCancellationRequested);
            }
        }
    }

    private OverQuota Refuse(Partner partner, QuotaEntry.Refused refused)
    {
        usage.Record(new AnsweredRequest(partner.Name, Refusal, Feed: null, Articles: []));
        return new OverQuota(refused);
    }

    private IResult Away(HttpRequest request, StorageAwayException exception)
    {
        Log.StorageAway(log, request.Path, exception);
        return Problem.StorageAway.ToResult();
    }
}
