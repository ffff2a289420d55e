using System.Text.Json;

namespace Newswire.Json;

/// <summary>
/// The members of a JSON object, taken one by one. A member of another type than asked for becomes a fault, and null
/// is as good as absent; what nobody asked for is left over.
/// </summary>
internal sealed class JsonMembers
{
    private readonly Dictionary<string, JsonElement> left = new(StringComparer.Ordinal);
    private readonly string pointer;
    private readonly List<Fault> faults;
    private readonly List<JsonMembers> objects = [];

    public JsonMembers(JsonElement element, string pointer, List<Fault> faults)
    {
        (this.pointer, this.faults) = (pointer, faults);
        foreach (var member in element.EnumerateObject())
        {
            left[member.Name] = member.Value;
        }
    }

    /// <summary>Pointers of the members nobody has taken, those of objects within included.</summary>
    public IEnumerable<string> Left => left.Keys.Select(PointerTo).Concat(objects.SelectMany(inner => inner.Left));

    /// <summary>The text; null when it is absent or blank.</summary>
    public string? Text(string name) =>
        Take(name, JsonValueKind.String, "a string") is { } element
        && JsonText.Read(element) is var text && !string.IsNullOrWhiteSpace(text)
            ? text
            : null;

    public long? Integer(string name)
    {
        if (Take(name, JsonValueKind.Number, "a whole number") is not { } element)
        {
            return null;
        }

        if (element.TryGetInt64(out var number))
        {
            return number;
        }

        faults.Add(new Fault(PointerTo(name), "Must be a whole number of at most 64 bits.", FaultKind.Type));
        return null;
    }

    public bool? Flag(string name)
    {
        if (!left.Remove(name, out var element) || element.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        if (element.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return element.GetBoolean();
        }

        faults.Add(new Fault(PointerTo(name), "Must be true or false.", FaultKind.Type));
        return null;
    }

    public T? Object<T>(string name, Func<JsonMembers, string, T?> read)
        where T : class =>
        Take(name, JsonValueKind.Object, "an object") is { } element ? read(Within(element, PointerTo(name)), PointerTo(name)) : null;

    /// <summary>The strings of an array.</summary>
    public IReadOnlyList<string> Texts(string name) => List(name, (item, at) =>
    {
        if (item.ValueKind == JsonValueKind.String)
        {
            return JsonText.Read(item);
        }

        faults.Add(new Fault(at, "Must be a string.", FaultKind.Type));
        return null;
    });

    /// <summary>The objects of an array, each read with its pointer.</summary>
    public IReadOnlyList<T> Objects<T>(string name, Func<JsonMembers, string, T?> read)
        where T : class =>
        List(name, (item, at) => Object(item, at, read));

    /// <summary>An object found in this one; a fault when it is none.</summary>
    public T? Object<T>(JsonElement item, string at, Func<JsonMembers, string, T?> read)
        where T : class
    {
        if (item.ValueKind == JsonValueKind.Object)
        {
            return read(Within(item, at), at);
        }

        faults.Add(new Fault(at, "Must be an object.", FaultKind.Type));
        return null;
    }

    /// <summary>The items of an array, each read with its pointer; an item that reads as null is left out.</summary>
    public IReadOnlyList<T> List<T>(string name, Func<JsonElement, string, T?> read)
        where T : class
    {
        if (Take(name, JsonValueKind.Array, "an array") is not { } array)
        {
            return [];
        }

        List<T> items = [];
        var index = 0;
        foreach (var item in array.EnumerateArray())
        {
            if (read(item, $"{PointerTo(name)}/{index++}") is { } value)
            {
                items.Add(value);
            }
        }

        return items;
    }

    private JsonMembers Within(JsonElement element, string at)
    {
        var members = new JsonMembers(element, at, faults);
        objects.Add(members);
        return members;
    }

    private JsonElement? Take(string name, JsonValueKind kind, string expected)
    {
        if (!left.Remove(name, out var element) || element.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        if (element.ValueKind == kind)
        {
            return element;
        }

        faults.Add(new Fault(PointerTo(name), $"Must be {expected}.", FaultKind.Type));
        return null;
    }

    private string PointerTo(string name) =>
        $"{pointer}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";
}
