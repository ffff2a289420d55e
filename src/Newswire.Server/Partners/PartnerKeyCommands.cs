using Newswire.Partners;
using Newswire.Server.Hosting;

namespace Newswire.Server.Partners;

/// <summary>Makes and revokes keys of partners, and says so.</summary>
internal sealed class PartnerKeyCommands(PartnerRecords partners, TimeProvider time)
{
    /// <summary>Makes a key and prints it.</summary>
    /// <exception cref="StartException">No key was made.</exception>
    public async Task CreateAsync(
        string partner, DateTimeOffset? expires, TextWriter output, CancellationToken cancellationToken)
    {
        if (expires is { } date && KeyWish.FaultOf(date, time.GetUtcNow()) is { } fault)
        {
            throw new StartException("--expires: " + fault);
        }

        switch (await partners.CreateKeyAsync(partner, name: null, expires, cancellationToken))
        {
            case KeyCreation.NoPartner:
                throw NoPartner(partner);
            case KeyCreation.TooMany:
                throw new StartException($"The partner '{partner}' has {PartnerLimits.MaxKeys} good keys, which is the most. Revoke one first.");
            case KeyCreation.Created created:
                await output.WriteLineAsync($"Key {created.Key.Id} of {partner}{(expires is null ? "" : $", good until {PartnerTable.Date(expires.Value)}")}:");
                await output.WriteLineAsync(created.Secret);
                await output.WriteLineAsync("It is shown this once; storage keeps its hash only.");
                break;
            case var creation:
                throw new InvalidOperationException($"An outcome nobody knows: {creation.GetType()}.");
        }
    }

    /// <summary>Takes a key out of use.</summary>
    /// <exception cref="StartException">There is no such partner or key.</exception>
    public async Task RevokeAsync(string partner, string id, TextWriter output, CancellationToken cancellationToken)
    {
        if (await partners.RevokeKeyAsync(partner, id, cancellationToken) is not null)
        {
            await output.WriteLineAsync($"The key {id} of {partner} is revoked.");
            return;
        }

        throw await partners.FindAsync(partner, cancellationToken) is null
            ? NoPartner(partner)
            : new StartException($"The partner '{partner}' has no key '{id}'; 'partners list' shows its keys.");
    }

    private static StartException NoPartner(string partner) =>
        new($"There is no partner '{partner}'; 'partners list' shows all of them.");
}
