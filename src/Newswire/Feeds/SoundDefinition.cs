using Newswire.Articles;

namespace Newswire.Feeds;

/// <summary>
/// What everything behind relies on, checked for definitions that were not made by the reader, but read from storage.
/// </summary>
internal static class SoundDefinition
{
    public static bool IsSound(this FeedDefinition definition) =>
        FeedName.IsValid(definition.Name)
        && PrintableText.OptionalTexts([definition.Title, definition.Description, definition.LogoUrl])
        && PrintableText.Texts([.. definition.Aliases, .. definition.FormerNames])
        && (definition.Selection is not { } selection || PrintableText.Texts(
            [
                .. selection.AnyTopic, .. selection.AllTopics, .. selection.NoTopic,
                .. selection.Authors, .. selection.Sections, .. selection.Languages,
            ]));
}
