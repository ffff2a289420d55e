using Newswire.TestKit.Faults;

namespace Newswire.Tests.Partners.Webhooks;

/// <summary>One that handles one message: it runs until it is done, stands still as its plan says, or waits for an answer.</summary>
internal sealed class Process(FaultPlan plan, string queue, string message, DateTimeOffset back)
{
    private bool isResumed;

    public FaultPlan Plan => plan;

    public string Queue => queue;

    public string Message => message;

    /// <summary>When the message comes to another one, unless this one is done before.</summary>
    public DateTimeOffset Back => back;

    /// <summary>Whether its message has come to another one.</summary>
    public bool HasComeBack { get; set; }

    public Task Work { get; set; } = Task.CompletedTask;

    /// <summary>Whether it waits for the partner's answer.</summary>
    public volatile bool IsSending;

    /// <summary>Whether it waits for something that only the test can bring about.</summary>
    public bool IsStill => Work.IsCompleted || IsSending || (plan.Paused.IsCompleted && !isResumed);

    public void Resume()
    {
        isResumed = true;
        plan.Resume();
    }
}
