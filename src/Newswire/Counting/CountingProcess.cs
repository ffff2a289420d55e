using System.Security.Cryptography;

namespace Newswire.Counting;

/// <summary>A process that counts, told apart from all others that ever did.</summary>
/// <param name="Id">Sixteen hexadecimal digits.</param>
public sealed record CountingProcess(string Id)
{
    /// <summary>A process that has not counted yet.</summary>
    public static CountingProcess New() => new(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)));
}
