using System.Globalization;
using System.Text;

namespace Newswire.Tests.Articles.Html;

/// <summary>Markup made to exhaust whoever reads it, each kind at any size.</summary>
internal static class HostileMarkup
{
    private static readonly string LongWord = new('w', 200);

    public static IReadOnlyDictionary<string, Func<int, string>> Kinds { get; } = new Dictionary<string, Func<int, string>>(StringComparer.Ordinal)
    {
        ["unclosed div"] = size => Repeat("<div>x", size),
        ["deep and closed"] = size => Repeat("<div>", size / 2) + Repeat("</div>", size / 2),
        ["deep spans"] = size => Repeat("<span>", size),
        ["deep lists"] = size => Repeat("<ul><li>x", size),
        ["deep quotes"] = size => Repeat("<blockquote>x", size),
        ["formatting before paragraphs"] = size => Number(i => $"<b id={i}>", size / 2) + Repeat("<p>", size / 2),
        ["formatting before paragraphs of words"] = size => Number(i => $"<b id={i}>", size / 2) + Repeat("<p>x", size / 2),
        ["many formats before paragraphs"] = size => Repeat("<b><i><u><s><em><sub><sup>", size / 2) + Repeat("<p>x", size / 2),
        ["misnested formatting"] = size => Repeat("<b><i></b></i><p>", size),
        ["formatting ends across blocks"] = size => Repeat("<b><p>x</b>y", size),
        ["font soup"] = size => Number(i => $"<font size={i}><p>x", size),
        ["nested links"] = size => Repeat("<a href=x>y", size),
        ["links around blocks"] = size => Repeat("<a href=x><div>y", size),
        ["links without end to a long base"] = size => Repeat("<a href=a>", size),
        ["nested tables"] = size => Repeat("<table><tr><td>x", size),
        ["tables in tables"] = size => Repeat("<table>", size),
        ["foster parenting"] = size => "<table>" + Repeat("<a>x<b>y", size),
        ["rows outside tables"] = size => Repeat("<tr><td>x</tr>", size),
        ["one table of cells"] = size => "<table>" + Repeat("<td>", size),
        ["nested forms"] = size => Repeat("<form><div>x", size),
        ["selects"] = size => Repeat("<select><option>x", size),
        ["nested figures"] = size => Repeat("<figure><img src=a.jpg>", size),
        ["figures of tables"] = size => Repeat("<figure>", 800) + Repeat("<table></table><img src=a>", size),
        ["pictures"] = size => Number(i => $"<img src={i}.jpg>", size),
        ["pictures in a paragraph"] = size => "<p>" + Number(i => $"x<img src={i}.jpg>", size),
        ["captions"] = size => "<figure><img src=a.jpg><figcaption>" + Repeat("(a/b) Photo: ", size),
        ["credits"] = size => "<figure><img src=a.jpg><figcaption>" + Repeat("<cite>a|b;c/d</cite>", size),
        ["one credit"] = size => "<figure><img src=a.jpg><figcaption><cite>" + Repeat("a|(b);", size),
        ["srcset"] = size => "<img srcset=\"" + Repeat("a.jpg 1w,", size) + "\">",
        ["attributes"] = size => "<p " + Number(i => $"a{i}=1 ", size) + ">x",
        ["one attribute again and again"] = size => "<p " + Repeat("a=1 ", size) + ">x",
        ["one long attribute"] = size => "<a href=\"" + Repeat("a", size) + "\">x</a>",
        ["unended attribute"] = size => "<p>x</p><a href=\"" + Repeat("b", size),
        ["one word"] = size => Repeat("a", size),
        ["white space"] = size => "a" + Repeat(" \t", size) + "b",
        ["blank lines"] = size => Repeat("\n \n", size),
        ["line ends"] = size => "a\n" + Repeat(" ", size),
        ["paragraph starts"] = size => Repeat("<p>", size),
        ["paragraph ends"] = size => Repeat("</p>", size),
        ["stray ends"] = size => Repeat("<div>", 2000) + Repeat("</b></a></td></li>", size),
        ["line breaks"] = size => "a" + Repeat("<br>", size) + "b",
        ["rules"] = size => Repeat("<hr>", size),
        ["one letter paragraphs"] = size => Repeat("<p>x", size),
        ["unwrapped siblings"] = size => Repeat("<x>y</x>", size),
        ["unended comment"] = size => "<p>x</p><!--" + Repeat("-x", size),
        ["comments"] = size => Repeat("<!---->", size),
        ["unended script"] = size => "<p>x</p><script>" + Repeat("<!--<script>", size),
        ["unended title"] = size => "<p>x</p><title>" + Repeat("x", size),
        ["unended textarea"] = size => "<p>x</p><textarea>" + Repeat("<p>", size),
        ["scripts"] = size => Repeat("<script></script>", size),
        ["cdata"] = size => Repeat("<![CDATA[", size),
        ["cdata in svg"] = size => "<svg>" + Repeat("<![CDATA[x]]>", size),
        ["deep svg"] = size => Repeat("<svg><g><path>", size),
        ["nul"] = size => Repeat("\0", size),
        ["nul in tags"] = size => Repeat("<p\0>\0", size),
        ["entities"] = size => Repeat("&amp;", size),
        ["broken entities"] = size => Repeat("&notit", size),
        ["forbidden references"] = size => Repeat("&#1;&#xFFFE;&#xD800;&#x110000;", size),
        ["one long reference"] = size => "&#" + Repeat("9", size),
        ["ampersands"] = size => Repeat("&", size),
        ["less than"] = size => Repeat("<", size),
        ["lone surrogates"] = size => Repeat("\uD800x\uDC00", size),
        ["headings"] = size => Repeat("<h2><h3>x", size),
        ["definition lists"] = size => Repeat("<dl><dt>x<dd>y", size),
        ["ruby"] = size => Repeat("<ruby><rt>x", size),
        ["templates"] = size => Repeat("<template>", size),
        ["frames"] = size => Repeat("<frameset><frame>", size),
        ["plaintext"] = size => "<plaintext>" + Repeat("<p>", size),
        ["json-ld"] = size => "<script type=application/ld+json>" + Repeat("[", size) + "</script>",
        ["wide json-ld"] = size => "<script type=application/ld+json>[" + Repeat("{\"@type\":\"Thing\"},", size) + "{}]</script>",
        ["many json-ld"] = size => Repeat("<script type=application/ld+json>{\"@graph\":[]}</script>", size),
        ["metas"] = size => Number(i => $"<meta property=article:tag content=t{i}>", size),
        ["long words in paragraphs"] = size => Repeat("<p>" + LongWord + ", " + LongWord + "</p>", size),
        ["articles"] = size => Repeat("<article><p>word word, word word word</p>", size),
        ["class names"] = size => Repeat("<p class=\"related share promo newsletter\">x", size),
    };

    public static string Repeat(string unit, int size) =>
        new StringBuilder(size + unit.Length).Insert(0, unit, Math.Max(1, size / unit.Length)).ToString();

    private static string Number(Func<int, string> unit, int size)
    {
        var markup = new StringBuilder(size);
        for (var i = 0; markup.Length < size; i++)
        {
            markup.Append(CultureInfo.InvariantCulture, $"{unit(i)}");
        }

        return markup.ToString();
    }
}
