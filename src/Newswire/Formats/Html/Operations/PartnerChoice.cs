using Newswire.Partners;

namespace Newswire.Formats.Html.Operations;

/// <summary>The part of a form in which a partner is chosen. Pure.</summary>
internal static class PartnerChoice
{
    public static void Write(HtmlMarkup page, IReadOnlyList<Partner> partners, Partner? chosen)
    {
        page.WriteLine($"""<label>{PageText.Partner} <select name="partner">""");
        foreach (var partner in partners)
        {
            WriteOption(page, partner.Name, partner.Title, partner.Name == chosen?.Name);
        }

        page.WriteLine($"</select></label>");
    }

    public static void WriteOption(HtmlMarkup page, string value, string title, bool isChosen)
    {
        if (isChosen)
        {
            page.WriteLine($"""<option value="{value}" selected>{title}</option>""");
        }
        else
        {
            page.WriteLine($"""<option value="{value}">{title}</option>""");
        }
    }
}
