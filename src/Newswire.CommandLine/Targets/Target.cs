using Newswire.Auditing;
using Newswire.Keys;

namespace Newswire.CommandLine.Targets;

/// <summary>
/// The Newswire a command works on. Both kinds are asked in the same way, by requests: a server over the network, storage by
/// a surface of our own (<see cref="LocalSurface"/>). So a command is written once.
/// </summary>
/// <param name="name">What it is called in files and sentences: never has a secret in it.</param>
/// <param name="http">Brings requests there, with a key.</param>
/// <param name="surface">The surface that goes with it; null for a server.</param>
internal sealed class Target(string name, HttpClient http, LocalSurface? surface = null) : IAsyncDisposable
{
    private readonly NewswireClient client = new(http, surface is null ? "The server" : "Storage");

    public string Name => name;

    /// <summary>
    /// Whether documents that are written here are those of the hosts, because the publication is set. Default true.
    /// </summary>
    public bool KnowsPublication { get; init; } = true;

    /// <summary>Sends requests.</summary>
    /// <exception cref="CommandFailedException">Documents may be written by them, and how is not known.</exception>
    public NewswireClient Client => KnowsPublication ? client : throw new CommandFailedException(
        "Documents may be written, and they have to be those that the hosts write: set Publication__BaseUrl and the other Publication__… as the hosts have them. Or name a server with --server.");

    /// <summary>The publisher keys in storage.</summary>
    /// <exception cref="CommandFailedException">It is a server.</exception>
    public PublisherKeys Keys => surface?.Keys ?? throw new CommandFailedException(
        "Publisher keys are kept in storage, and no request of a server makes or shows them: a key that leaks must not make others. Leave out --server, and name the account with Storage__ConnectionString or Storage__AccountName.");

    /// <summary>
    /// Does something with the publisher keys, written down in the audit log as done by whom the system says it is. What goes
    /// through <see cref="Client"/> is written down by the surface.
    /// </summary>
    /// <exception cref="CommandFailedException">It is a server.</exception>
    public Task<T> ActOnKeysAsync<T>(
        AuditAct act,
        Func<PublisherKeys, CancellationToken, Task<T>> work,
        Func<T, (AuditResult Result, string? Detail)> judge,
        CancellationToken cancellationToken)
    {
        var keys = Keys;
        return surface!.Audit.RecordAsync(
            AuditActor.AtCommandLine(Environment.UserName), act, cancelled => work(keys, cancelled), judge, cancellationToken);
    }

    /// <summary>Whether it is storage, beside which hosts may run or not.</summary>
    public bool IsStorage => surface is not null;

    /// <summary>
    /// Works on what is being built, until it is cancelled: over storage this process does so itself, in turn with hosts that
    /// may run. A server does so without us.
    /// </summary>
    public Task WorkOnBuildAsync(CancellationToken cancellationToken) =>
        surface?.WorkOnBuildAsync(cancellationToken) ?? Task.CompletedTask;

    public ValueTask DisposeAsync()
    {
        http.Dispose();
        return surface?.DisposeAsync() ?? ValueTask.CompletedTask;
    }
}
