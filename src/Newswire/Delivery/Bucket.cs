using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Newswire.Delivery;

/// <summary>
/// A part of the subscribers that is kept in one object: what one change does to a thousand of them is then some tens of
/// storage operations. Which bucket somebody is in follows from who they are, and nobody can choose it.
/// </summary>
public static class Bucket
{
    /// <summary>The name of the bucket, two hexadecimal digits.</summary>
    /// <param name="id">Who is to be put into it.</param>
    /// <param name="count">How many buckets there are, from 1 to 256. Another number makes subscribers hard to find again.</param>
    public static string Of(string id, int count) =>
        (SHA256.HashData(Encoding.UTF8.GetBytes(id))[0] % count).ToString("x2", CultureInfo.InvariantCulture);
}
