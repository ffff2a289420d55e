using System.Text;
using System.Web;
using CsCheck;
using Newswire.WebSub.Subscribing;

namespace Newswire.Tests.WebSub.Subscribing;

/// <summary>The form as clients of all kinds write it, and as nobody should.</summary>
public sealed class SubscriptionFormReaderTests
{
    private static readonly Gen<string> Texts = Gen.String[Gen.OneOf(Gen.Char[' ', '~'], Gen.Char['\u00a0', '\ud7ff'], Gen.Const('&'), Gen.Const('='), Gen.Const('%'), Gen.Const('+')), 1, 60];

    [Fact]
    public void What_a_client_encodes_comes_out_as_it_went_in() =>
        Gen.Select(Gen.Bool, Texts, Texts, Gen.Int[1, 100_000], Texts).Sample((subscribe, topic, callback, seconds, secret) =>
        {
            var (form, fault) = Read(Encoded(
                ("hub.mode", subscribe ? "subscribe" : "unsubscribe"),
                ("hub.topic", topic),
                ("colour", secret),
                ("hub.callback", callback),
                ("hub.lease_seconds", seconds.ToString(System.Globalization.CultureInfo.InvariantCulture)),
                ("hub.secret", secret)));

            if (subscribe && Encoding.UTF8.GetByteCount(secret) >= 200)
            {
                return form is null && fault is not null;
            }

            return form == new SubscriptionForm(subscribe ? SubscriptionMode.Subscribe : SubscriptionMode.Unsubscribe, topic, callback)
            {
                Lease = subscribe ? TimeSpan.FromSeconds(seconds) : null,
                Secret = subscribe ? secret : null,
            };
        });

    [Fact]
    public void Any_bytes_give_a_form_or_a_sentence_and_nothing_else() =>
        Gen.OneOf(Gen.Byte.Array[0, 200], Gen.OneOf(Gen.Const("hub.mode"), Gen.Const("subscribe"), Gen.Const("hub.topic"), Gen.Const("="), Gen.Const("&"), Gen.Const("%"), Gen.Const("%f"), Gen.Const("%ff"), Gen.Const("hub.callback")).Array[0, 20].Select(parts => Encoding.ASCII.GetBytes(string.Concat(parts))))
            .Sample(bytes =>
            {
                var (form, fault) = SubscriptionFormReader.Read(bytes);
                return (form is null) != (fault is null);
            });

    [Fact]
    public void Parameters_are_decoded_as_another_decoder_does() =>
        Gen.OneOf(Gen.Const("a"), Gen.Const("b"), Gen.Const("="), Gen.Const("&"), Gen.Const("+"), Gen.Const("%41"), Gen.Const("%c3%A9"), Gen.Const("%4"), Gen.Const("%zz"), Gen.Const("%"))
            .Array[0, 20].Select(string.Concat).Sample(text =>
            {
                var theirs = text.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(parameter => parameter.Split('=', 2))
                    .Select(parts => (HttpUtility.UrlDecode(parts[0]), HttpUtility.UrlDecode(parts.ElementAtOrDefault(1) ?? "")));
                var ours = FormParameters.Read(Encoding.ASCII.GetBytes(text)).ToList();

                // What is not UTF-8 is mended there, and null here.
                return ours.Count == theirs.Count()
                    && ours.Zip(theirs).All(pair => pair.First.Name is null || pair.First.Value is null || pair.First == pair.Second);
            });

    [Fact]
    public void Neither_secret_nor_callback_is_shown()
    {
        var (form, _) = Read(Encoded(("hub.mode", "subscribe"), ("hub.topic", "t"), ("hub.callback", "c-words"), ("hub.secret", "s-words")));

        Assert.DoesNotContain("words", form!.ToString(), StringComparison.Ordinal);
    }

    private static (SubscriptionForm? Form, string? Fault) Read(string content) => SubscriptionFormReader.Read(Encoding.UTF8.GetBytes(content));

    private static string Encoded(params (string Name, string Value)[] parameters) =>
        string.Join('&', parameters.Select(parameter => $"{HttpUtility.UrlEncode(parameter.Name)}={HttpUtility.UrlEncode(parameter.Value)}"));
}
