using System.Text;
using Newswire.Storage;

namespace Newswire.Operations.Failures;

/// <summary>
/// What of a poison message may be shown. Messages carry ids, and some name an address that only its owner should know; and
/// anybody with access to storage may have sent anything. Pure.
/// </summary>
public static class PoisonText
{
    /// <summary>The most characters that are shown.</summary>
    public const int MaxLength = 200;

    /// <summary>The message on one line, of addresses only scheme and host, and no more than <see cref="MaxLength"/> characters.</summary>
    public static string Of(string message)
    {
        var shown = new StringBuilder();
        foreach (var word in TracedMessage.Read(message).Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            shown.Append(shown.Length > 0 ? " " : "").Append(Word(word));
            if (shown.Length > MaxLength)
            {
                return shown.ToString(0, MaxLength) + "…";
            }
        }

        return shown.ToString();
    }

    private static string Word(string word)
    {
        var scheme = word.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0)
        {
            return word;
        }

        var rest = word[(scheme + 3)..];
        var host = rest[..(rest.IndexOfAny(['/', '?', '#']) is >= 0 and var end ? end : rest.Length)];
        return word[..(scheme + 3)] + host[(host.LastIndexOf('@') + 1)..] + (host.Length < rest.Length ? "/…" : "");
    }
}
