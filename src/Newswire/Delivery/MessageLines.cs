using System.Text;

namespace Newswire.Delivery;

/// <summary>Lists as messages, one item a line, as many messages as are needed.</summary>
internal static class MessageLines
{
    /// <summary>Storage takes 48 KiB of text, which is 64 in Base64; what else a message holds has room beside it.</summary>
    public const int MaxBytes = 40 * 1024;

    /// <summary>The messages; none when there are no items.</summary>
    /// <param name="items">Without line feeds, and each far shorter than a message.</param>
    /// <param name="maxItems">The most items a message has.</param>
    public static IReadOnlyList<string> Split(IEnumerable<string> items, int maxItems = int.MaxValue)
    {
        List<string> messages = [];
        List<string> lines = [];
        var bytes = 0;
        foreach (var item in items)
        {
            var more = Encoding.UTF8.GetByteCount(item) + 1;
            if (bytes + more > MaxBytes || lines.Count == maxItems)
            {
                messages.Add(string.Join('\n', lines));
                lines.Clear();
                bytes = 0;
            }

            lines.Add(item);
            bytes += more;
        }

        return lines.Count == 0 ? messages : [.. messages, string.Join('\n', lines)];
    }

    /// <summary>The items of a message.</summary>
    public static IReadOnlyList<string> Read(string message) => message.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
