using System.Text.Json.Serialization;

namespace Newswire.Catalog;

/// <summary>How much the newsroom presses a version of an article on readers who asked to be told.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Priority>))]
public enum Priority
{
    /// <summary>As any news.</summary>
    Normal = 0,

    /// <summary>Of interest later as well; it need not wake a sleeping device.</summary>
    Low = 1,

    /// <summary>Of interest now: it may wake the device, and is stale soon.</summary>
    High = 2,
}
