using Newswire.Json;
using Newswire.Server.Hosting;

namespace Newswire.Server;

/// <summary>What is wrong with a file that was to be applied, a line each.</summary>
internal static class FileFaults
{
    /// <summary>Writes the faults, and gives the exception that ends the command.</summary>
    public static async Task<StartException> RefusedAsync(IReadOnlyList<Fault> faults, TextWriter errors)
    {
        foreach (var fault in faults)
        {
            await errors.WriteLineAsync($"{(fault.Pointer.Length > 0 ? fault.Pointer : "The file")}: {fault.Detail}");
        }

        return new StartException($"Nothing was applied: {(faults.Count == 1 ? "one fault" : $"{faults.Count} faults")}.");
    }
}
