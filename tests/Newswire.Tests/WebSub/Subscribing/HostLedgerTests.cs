using CsCheck;
using Newswire.TestKit;
using Newswire.WebSub.Subscribing;

namespace Newswire.Tests.WebSub.Subscribing;

public sealed class HostLedgerTests
{
    private const int Max = 5;

    [Fact]
    public void In_no_minute_are_there_more_verifications_than_allowed_and_waiting_as_told_is_enough() =>
        Gen.Int[0, 30_000].Array[1, 60].Sample(pauses =>
        {
            var (now, ledger) = (Some.Morning, HostLedger.Empty);
            var asked = new List<DateTimeOffset>();
            foreach (var pause in pauses)
            {
                now = now.AddMilliseconds(pause);
                ledger = ledger.At(now);
                if (ledger.WaitAt(now, Max) is { } wait)
                {
                    now += wait;
                    ledger = ledger.At(now);
                    if (wait <= TimeSpan.Zero || ledger.WaitAt(now, Max) is not null)
                    {
                        return false;
                    }
                }

                ledger = ledger.Asked(now);
                asked.Add(now);
            }

            return asked.All(at => asked.Count(other => other <= at && other > at.AddMinutes(-1)) <= Max);
        });

    [Fact]
    public void What_is_over_goes_and_what_is_not_stays_as_it_is()
    {
        var ledger = HostLedger.Empty.With("a", Some.Morning.AddHours(1)).With("b", Some.Morning.AddHours(2)).Asked(Some.Morning);

        Assert.Same(ledger, ledger.At(Some.Morning.AddSeconds(59)));
        Assert.Equal(["b"], ledger.At(Some.Morning.AddHours(1)).Subscriptions.Keys);
        Assert.Empty(ledger.At(Some.Morning.AddMinutes(1)).Verifications);
        Assert.True(ledger.At(Some.Morning.AddHours(2)).IsEmpty());
    }

    [Fact]
    public void A_host_that_is_full_has_room_for_what_it_has()
    {
        var ledger = HostLedger.Empty.With("a", Some.Morning).With("b", Some.Morning);

        Assert.True(ledger.HasRoomFor("a", 2));
        Assert.False(ledger.HasRoomFor("c", 2));
        Assert.True(ledger.Without("a").HasRoomFor("c", 2));
    }
}
