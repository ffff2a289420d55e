using Newswire.Erasure;
using Newswire.Projection;
using Newswire.WebPush.Notifying;

namespace Newswire.Operations.Articles;

/// <summary>Everything that is known of one article at a moment.</summary>
public sealed record ArticleReport
{
    /// <summary>The article with its history.</summary>
    public required ArticleView View { get; init; }

    /// <summary>What readers see of it.</summary>
    public required ArticleState State { get; init; }

    /// <summary>The feeds that carry it, or carried it and say that it is gone, by name.</summary>
    public required IReadOnlyList<FeedPlace> Feeds { get; init; }

    /// <summary>Every partner.</summary>
    public required IReadOnlyList<PartnerStanding> Partners { get; init; }

    /// <summary>What readers' browsers were asked to be told of it, as far as that is remembered.</summary>
    public required IReadOnlyList<PushEdition> Told { get; init; }

    /// <summary>Its pictures of which something is not known.</summary>
    public required IReadOnlyList<PictureGap> PictureGaps { get; init; }

    /// <summary>An erasure that goes on; null when none does.</summary>
    public PendingErasure? Erasing { get; init; }

    /// <summary>What was erased of it; null when nothing was.</summary>
    public ErasureReport? Erased { get; init; }

    /// <summary>How many partners get it.</summary>
    public int PartnersGiven => Partners.Count(partner => partner.IsGiven);
}
