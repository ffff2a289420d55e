using System.Security.Cryptography;
using System.Text;

namespace Newswire.Importing;

/// <summary>Makes an article's id of what identifies it for good in its source.</summary>
internal static class SourceId
{
    /// <summary>
    /// A hash of the guid or id, whatever that looks like. The same guid gives the same id in a feed, in an export and in what a
    /// CMS tells later: all of them are the same article.
    /// </summary>
    public static string Of(string guid) =>
        "guid-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(guid.Trim())).AsSpan(0, 16));
}
