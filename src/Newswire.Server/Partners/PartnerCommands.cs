using System.CommandLine;
using Newswire.Partners;

namespace Newswire.Server.Partners;

/// <summary><c>partners list | apply | key create | key revoke</c>: partners in the configured storage.</summary>
internal static class PartnerCommands
{
    public static Command Create()
    {
        var list = new Command("list", "Lists the partners and their keys.");
        list.SetAction((_, cancellationToken) => CommandServices.UseAsync(
            async services => await PartnerTable.WriteAsync(
                await services.GetRequiredService<PartnerRecords>().ListAsync(cancellationToken),
                services.GetRequiredService<TimeProvider>().GetUtcNow(),
                Console.Out),
            cancellationToken));

        var file = new Argument<FileInfo>("file") { Description = "A JSON file: {\"partners\": [{\"name\": \"daily-planet\", …}, …]}." };
        var apply = new Command("apply", "Makes or replaces the partners that a file lists, all or none. Keys, and partners that are not listed, stay.") { file };
        apply.SetAction((parsed, cancellationToken) => CommandServices.UseAsync(
            async services =>
            {
                var json = await CommandServices.ReadAsync(parsed.GetRequiredValue(file), cancellationToken);
                await ActivatorUtilities.CreateInstance<PartnerFile>(services)
                    .ApplyAsync(json, Console.Out, Console.Error, cancellationToken);
            },
            cancellationToken));

        return new Command("partners", "Partners and their keys.") { list, apply, new Command("key", "Keys of partners.") { CreateKey(), RevokeKey() } };
    }

    private static Command CreateKey()
    {
        var name = new Argument<string>("name") { Description = "The partner's name." };
        var expires = new Option<DateTimeOffset?>("--expires") { Description = "From when on the key opens nothing, such as 2027-01-31 (its first moment in UTC) or 2027-01-31T09:00:00Z; never without it.", CustomParser = ExpiryDate.Parse };
        var create = new Command("create", "Makes a key for a partner and prints it, once. Its other keys stay good.") { name, expires };
        create.SetAction((parsed, cancellationToken) => CommandServices.UseAsync(
            services => ActivatorUtilities.CreateInstance<PartnerKeyCommands>(services).CreateAsync(
                parsed.GetRequiredValue(name), parsed.GetValue(expires), Console.Out, cancellationToken),
            cancellationToken));
        return create;
    }

    private static Command RevokeKey()
    {
        var name = new Argument<string>("name") { Description = "The partner's name." };
        var id = new Argument<string>("id") { Description = "The id of the key." };
        var revoke = new Command("revoke", "Takes a partner's key out of use within five seconds.") { name, id };
        revoke.SetAction((parsed, cancellationToken) => CommandServices.UseAsync(
            services => ActivatorUtilities.CreateInstance<PartnerKeyCommands>(services).RevokeAsync(
                parsed.GetRequiredValue(name), parsed.GetRequiredValue(id), Console.Out, cancellationToken),
            cancellationToken));
        return revoke;
    }
}
