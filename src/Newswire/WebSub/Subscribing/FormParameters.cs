using System.Text;

namespace Newswire.WebSub.Subscribing;

/// <summary>Content of the type <c>application/x-www-form-urlencoded</c>, taken apart (WHATWG URL §5.1). Pure.</summary>
internal static class FormParameters
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The parameters in their order, names and values decoded; a value that is not UTF-8 is null.</summary>
    public static IEnumerable<(string? Name, string? Value)> Read(ReadOnlyMemory<byte> content)
    {
        for (var rest = content; !rest.IsEmpty;)
        {
            var end = rest.Span.IndexOf((byte)'&');
            var parameter = end < 0 ? rest : rest[..end];
            rest = end < 0 ? default : rest[(end + 1)..];
            if (!parameter.IsEmpty)
            {
                var equals = parameter.Span.IndexOf((byte)'=');
                yield return equals < 0
                    ? (Decode(parameter.Span), "")
                    : (Decode(parameter.Span[..equals]), Decode(parameter.Span[(equals + 1)..]));
            }
        }
    }

    private static string? Decode(ReadOnlySpan<byte> encoded)
    {
        var bytes = new byte[encoded.Length];
        var length = 0;
        for (var i = 0; i < encoded.Length; i++)
        {
            if (encoded[i] == '%' && i + 2 < encoded.Length && Digit(encoded[i + 1]) is >= 0 and var high && Digit(encoded[i + 2]) is >= 0 and var low)
            {
                bytes[length++] = (byte)((high << 4) | low);
                i += 2;
            }
            else
            {
                // A percent sign that begins no escape stands for itself.
                bytes[length++] = encoded[i] == '+' ? (byte)' ' : encoded[i];
            }
        }

        try
        {
            return Strict.GetString(bytes, 0, length);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static int Digit(byte character) => char.IsAsciiHexDigit((char)character) ? Convert.ToInt32(((char)character).ToString(), 16) : -1;
}
