using System.Security.Cryptography;
using System.Text;
using Newswire.Importing;

namespace Newswire.CommandLine.Importing;

/// <summary>
/// A hash over items one behind the other. Equal chains mean equal items, so an interrupted import goes on only where the
/// source still begins with what was taken of it, be it a file, a folder or an address.
/// </summary>
internal static class ItemChain
{
    /// <summary>The chain of no items.</summary>
    public const string Empty = "";

    /// <summary>The chain with one more item.</summary>
    public static string Add(string chain, ImportedItem item)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(chain);
        Append(item.GetType().Name);
        Append(item.Place);
        switch (item)
        {
            case ImportedItem.Article article:
                Append(article.Id);
                hash.AppendData(article.Json.Span);
                article.Losses.ToList().ForEach(Append);
                break;
            case ImportedItem.Withdrawal withdrawal:
                Append(FormattableString.Invariant($"{withdrawal.Id} {withdrawal.Version}"));
                break;
            case ImportedItem.LeftOut left:
                Append(left.Reason);
                break;
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());

        // With its length, so that no two items run into each other.
        void Append(string text)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            hash.AppendData(BitConverter.GetBytes(bytes.Length));
            hash.AppendData(bytes);
        }
    }
}
