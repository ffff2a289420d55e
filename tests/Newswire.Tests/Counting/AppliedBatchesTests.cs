using Newswire.Counting;
using Newswire.TestKit;

namespace Newswire.Tests.Counting;

/// <summary>By what a batch is recognised that comes once more.</summary>
public sealed class AppliedBatchesTests
{
    private static readonly CountingProcess A = new("a");
    private static readonly CountingProcess B = new("b");

    [Fact]
    public void A_batch_is_known_by_its_process_and_number()
    {
        var batches = AppliedBatches.None.With(A, 1, Some.Morning).With(A, 2, Some.Morning).With(B, 1, Some.Morning);

        Assert.Equal(
            [true, true, false, true, false],
            [batches.Has(A, 1), batches.Has(A, 2), batches.Has(A, 3), batches.Has(B, 1), batches.Has(new CountingProcess("c"), 1)]);
    }

    [Fact]
    public void Of_too_many_processes_those_that_came_first_are_forgotten()
    {
        var crowd = AppliedBatches.None.With(A, 1, Some.Morning);
        for (var i = 0; i < AppliedBatches.MaxProcesses; i++)
        {
            crowd = crowd.With(new CountingProcess($"p{i}"), 1, Some.Morning.AddSeconds(i + 1));
        }

        Assert.Equal(AppliedBatches.MaxProcesses, crowd.Last.Count);
        Assert.Equal((false, true), (crowd.Has(A, 1), crowd.Has(new CountingProcess("p0"), 1)));
    }

    [Fact]
    public void Those_that_came_later_than_a_moment_are_told_apart()
    {
        var later = AppliedBatches.None.With(A, 1, Some.Morning).With(B, 1, Some.Morning.AddTicks(1)).Since(Some.Morning);

        Assert.Equal((false, true), (later.Has(A, 1), later.Has(B, 1)));
    }

    [Fact]
    public void No_two_processes_are_called_alike() =>
        Assert.Distinct(Enumerable.Range(0, 1_000).Select(_ => CountingProcess.New().Id));
}
