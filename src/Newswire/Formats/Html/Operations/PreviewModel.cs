using Newswire.Partners;
using Newswire.Partners.Output;

namespace Newswire.Formats.Html.Operations;

/// <summary>What the newsroom wants to see of what a partner gets.</summary>
public sealed record PreviewModel
{
    /// <summary>The partners to choose from.</summary>
    public required IReadOnlyList<Partner> Partners { get; init; }

    /// <summary>The chosen one; null when there is none.</summary>
    public Partner? Partner { get; init; }

    /// <summary>Its feeds to choose from, by the names they have now.</summary>
    public IReadOnlyList<string> Feeds { get; init; } = [];

    /// <summary>The chosen feed; null when there is none.</summary>
    public string? Feed { get; init; }

    /// <summary>What the partner gets of it.</summary>
    public PartnerFeed? Output { get; init; }

    /// <summary>The formats to choose from.</summary>
    public IReadOnlyList<string> Formats { get; init; } = [];

    /// <summary>The chosen format.</summary>
    public string Format { get; init; } = "";

    /// <summary>The article that is looked at by its id; empty for none.</summary>
    public string Article { get; init; } = "";

    /// <summary>What the partner gets of it; null when none is looked at.</summary>
    public PartnerPreview? Preview { get; init; }
}
