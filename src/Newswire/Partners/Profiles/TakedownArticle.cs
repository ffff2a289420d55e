using Newswire.Articles;
using Newswire.Feeds;
using Newswire.Formats;

namespace Newswire.Partners.Profiles;

/// <summary>
/// What stands in place of an article where a partner takes down only what an entry says is gone. Nothing of the article
/// is repeated but the address by which the partner knows it: it may have been taken back for what its headline said.
/// </summary>
/// <remarks>The sentence is for the partner's staff. No reader sees it, since the same entry says that it is not to be shown.</remarks>
internal static class TakedownArticle
{
    private const string Sentence = "This article has been taken down.";

    /// <summary>The article; of one that was erased not even the address is left, and the publication's stands for it.</summary>
    public static Article Of(Publication publication, PartnerRemoval removal) => new()
    {
        Headline = Sentence,
        Body = $"<p>{Sentence}</p>",
        Url = removal.Last?.Article.Url ?? FeedAddresses.Site(publication),
    };
}
