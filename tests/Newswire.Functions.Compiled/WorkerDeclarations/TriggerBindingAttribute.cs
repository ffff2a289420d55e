namespace Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

/// <summary>Base of the triggers; stands at the parameter that gets what triggered.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public abstract class TriggerBindingAttribute : BindingAttribute;
