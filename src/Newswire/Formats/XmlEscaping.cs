namespace Newswire.Formats;

/// <summary>What a text is in an XML document, which decides how its special characters are written.</summary>
internal enum XmlEscaping
{
    /// <summary>
    /// Plain text in an element. <c>&lt;</c> and <c>&amp;</c> become numeric references, as the RSS Advisory Board's
    /// profile asks: readers that take such text for HTML decode the named ones twice and then lose what follows.
    /// </summary>
    Text,

    /// <summary>Plain text in an element whose content is HTML.</summary>
    TextAsHtml,

    /// <summary>An address, or an attribute's value between double quotes.</summary>
    Value,
}
