namespace Newswire.Http.Tests.Browser;

/// <summary>How a person looks at a page.</summary>
public sealed record Look(string Name, int Width, int Height, bool Dark)
{
    public static readonly Look Desktop = new("desktop-light", 1280, 900, Dark: false);

    public static readonly IReadOnlyList<Look> All =
    [
        new("phone-light", 360, 740, Dark: false),
        new("phone-dark", 360, 740, Dark: true),
        Desktop,
        new("desktop-dark", 1280, 900, Dark: true),
    ];

    public override string ToString() => Name;
}
