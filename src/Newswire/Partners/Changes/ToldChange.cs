namespace Newswire.Partners.Changes;

/// <summary>One change as a partner is told of it.</summary>
/// <param name="ArticleId">The article's id.</param>
/// <param name="Kind">What has happened.</param>
/// <param name="At">When it happened.</param>
/// <param name="IsRepeat">Whether the partner may have been told of it before, because its stream was made anew.</param>
/// <param name="Item">The article now, an item of ninjs 3.1: one JSON object, UTF-8.</param>
public sealed record ToldChange(
    string ArticleId, ChangeKind Kind, DateTimeOffset At, bool IsRepeat, ReadOnlyMemory<byte> Item);
