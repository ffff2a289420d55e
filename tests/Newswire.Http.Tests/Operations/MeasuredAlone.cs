namespace Newswire.Http.Tests.Operations;

/// <summary>Tests that look at what this process counts: no other test may run beside them and count too.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class MeasuredAlone
{
    public const string Name = "Measured alone";
}
