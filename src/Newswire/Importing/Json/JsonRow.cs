using System.Text.Json;

namespace Newswire.Importing.Json;

/// <summary>One row of a table in a large JSON document.</summary>
internal abstract record JsonRow
{
    private JsonRow()
    {
    }

    /// <summary>A row.</summary>
    /// <param name="Table">The name of the array it is in.</param>
    /// <param name="Index">Its place there, from 0.</param>
    /// <param name="Value">The row.</param>
    public sealed record Read(string Table, int Index, JsonElement Value) : JsonRow;

    /// <summary>A row that was passed over, because it is too large.</summary>
    /// <param name="Table">The name of the array it is in.</param>
    /// <param name="Index">Its place there, from 0.</param>
    public sealed record PassedOver(string Table, int Index) : JsonRow;

    /// <summary>From here on the document cannot be read; the last row.</summary>
    /// <param name="Offset">Up to which byte it can be.</param>
    /// <param name="Table">The table it was in; null outside of any.</param>
    public sealed record Broken(long Offset, string? Table) : JsonRow;
}
