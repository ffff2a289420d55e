using System.Text;
using Newswire.WebSub.Distributing;

namespace Newswire.Tests.WebSub.Distributing;

public sealed class DocumentSignatureTests
{
    /// <summary>Test case 2 of RFC 4231 §4.3.</summary>
    [Theory]
    [InlineData("sha256", "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")]
    [InlineData("sha384", "af45d2e376484031617f78d2b58a6b1b9c7ef464f5a01b47e42ec3736322445e8e2240ca5e69e2c78b3239ecfab21649")]
    [InlineData("sha512", "164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea2505549758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737")]
    public void A_signature_is_the_HMAC_of_the_document_in_hexadecimal_digits(string method, string expected) =>
        Assert.Equal($"{method}={expected}", DocumentSignature.Of(method, "Jefe", "what do ya want for nothing?"u8));

    [Fact]
    public void The_key_is_the_secret_in_UTF8() => Assert.Equal(
        DocumentSignature.Of("sha256", "schlüssel", "x"u8),
        DocumentSignature.Of("sha256", Encoding.UTF8.GetString([.. "schl"u8, 0xC3, 0xBC, .. "ssel"u8]), "x"u8));

    [Fact]
    public void What_is_no_longer_sound_signs_nothing() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => DocumentSignature.Of("sha1", "secret", "x"u8));
}
