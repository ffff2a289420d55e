namespace Newswire.Formats;

/// <summary>Where in an XML document plain text is put, which decides how its special characters are written.</summary>
internal enum XmlEscaping
{
    /// <summary>Character data of an element.</summary>
    Text,

    /// <summary>
    /// A title in RSS. <c>&lt;</c> and <c>&amp;</c> become numeric references, because readers that take titles for
    /// HTML decode the named ones twice and then lose what follows.
    /// </summary>
    Title,

    /// <summary>Character data of an element whose content readers take for HTML.</summary>
    TextAsHtml,

    /// <summary>An attribute's value between double quotes.</summary>
    Attribute,
}
