using System.Text.Json.Serialization;
using Newswire.Articles;
using Newswire.Feeds;
using Newswire.Formats;
using Newswire.Projection.Generations;
using Newswire.Projection.Streams;
using Newswire.Storage;

namespace Newswire.Projection;

/// <summary>The written form of the projection's own state, and the form that fingerprints are taken of.</summary>
[JsonSerializable(typeof(Article))]
[JsonSerializable(typeof(Entry))]
[JsonSerializable(typeof(ArticleView))]
[JsonSerializable(typeof(Cursor))]
[JsonSerializable(typeof(GenerationRecord))]
[JsonSerializable(typeof(FeedDirectory))]
[JsonSerializable(typeof(FeedPage))]
[JsonSerializable(typeof(FeedList))]
[JsonSerializable(typeof(FeedDefinitions))]
[JsonSerializable(typeof(StreamHeads))]
[JsonSerializable(typeof(StreamPage))]
internal sealed partial class StateJson : JsonSerializerContext
{
    public static readonly StateJson Compact = new(StoredJson.Options());
}
