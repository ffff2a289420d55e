using System.Text.Json;

namespace Newswire.Formats.JsonFeed;

/// <summary>Finds the items in a document.</summary>
internal static class JsonFeedItems
{
    /// <summary>
    /// Where they are, in their order, and where the array of them begins; null when this is no JSON, or JSON without
    /// such an array.
    /// </summary>
    public static (IReadOnlyList<Range> Entries, int Place)? Find(ReadOnlySpan<byte> document)
    {
        try
        {
            var json = new Utf8JsonReader(document);
            json.Read();
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                var isItems = json.ValueTextEquals("items"u8);
                json.Read();
                if (isItems && json.TokenType == JsonTokenType.StartArray)
                {
                    var place = (int)json.BytesConsumed;
                    return (ReadItems(ref json), place);
                }

                json.Skip();
            }
        }
        catch (JsonException)
        {
            return null;
        }

        return null;
    }

    private static List<Range> ReadItems(ref Utf8JsonReader json)
    {
        var items = new List<Range>();
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            var start = (int)json.TokenStartIndex;
            json.Skip();
            items.Add(start..(int)json.BytesConsumed);
        }

        return items;
    }
}
