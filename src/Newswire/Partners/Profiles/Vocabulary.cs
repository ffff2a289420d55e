using Newswire.Formats;

namespace Newswire.Partners.Profiles;

/// <summary>The vocabularies that partners want elements of.</summary>
internal static class Vocabulary
{
    public static readonly XmlVocabulary DublinCore = new("dc", Namespaces.DublinCore);

    public static readonly XmlVocabulary DublinCoreTerms = new("dcterms", Namespaces.DublinCoreTerms);

    public static readonly XmlVocabulary Media = new("media", Namespaces.Media);

    public static readonly XmlVocabulary Microsoft = new("mi", Namespaces.MicrosoftIngestion);

    public static readonly XmlVocabulary SmartFormat = new("snf", Namespaces.SmartFormat);

    public static readonly XmlVocabulary XmpRights = new("xmpRights", Namespaces.XmpRights);
}
