namespace Microsoft.Azure.Functions.Worker;

/// <summary>Which key the host asks for before it calls a function.</summary>
public enum AuthorizationLevel
{
    Anonymous = 0,
    User = 1,
    Function = 2,
    System = 3,
    Admin = 4,
}
