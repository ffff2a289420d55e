using System.Collections.Frozen;

namespace Newswire.Articles.Html;

/// <summary>Element names by what the HTML standard says of them.</summary>
internal static class HtmlNames
{
    /// <summary>Elements that never have content (HTML §13.1.2).</summary>
    public static readonly FrozenSet<string> Void = Set(
        "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr");

    /// <summary>Elements whose start ends an open paragraph (HTML §13.2.6.4.7).</summary>
    public static readonly FrozenSet<string> ClosesParagraph = Set(
        "address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer form"
        + " h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre search section summary table ul");

    /// <summary>The parts of a table.</summary>
    public static readonly FrozenSet<string> TableParts = Set("caption col colgroup thead tbody tfoot tr td th");

    /// <summary>Elements that start a line of their own.</summary>
    public static readonly FrozenSet<string> Blocks = Set(string.Join(' ', [.. ClosesParagraph, .. TableParts]));

    /// <summary>Elements of which text inside is data to a program, not words to a reader.</summary>
    public static readonly FrozenSet<string> Unseen = Set(
        "script style noscript template head title svg math object embed applet iframe video audio canvas map noembed"
        + " noframes button datalist input keygen meter optgroup option output progress select textarea dialog frameset"
        + " amp-ad amp-analytics amp-iframe amp-video amp-audio amp-script amp-consent amp-state amp-sidebar");

    /// <summary>Elements whose start and end carry no meaning out of place; the others go on (HTML §13.2.4.3).</summary>
    public static readonly FrozenSet<string> Formatting = Set(
        "a b big code em font i nobr s small strike strong tt u mark sub sup q cite abbr time");

    /// <summary>Headings.</summary>
    public static readonly FrozenSet<string> Headings = Set("h1 h2 h3 h4 h5 h6");

    /// <summary>Every element a text field may have been given; other words in angle brackets are words.</summary>
    public static readonly FrozenSet<string> Known = Set(string.Join(' ', [
        .. Void, .. Blocks, .. Unseen, .. Formatting,
        "html body span label legend picture del ins bdi bdo dfn kbd samp var ruby rb rt rp center marquee data wbr",
        "slot image acronym listing xmp plaintext path g"]));

    private static FrozenSet<string> Set(string names) =>
        names.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
