using System.Text.Json.Nodes;
using CsCheck;
using Newswire.TestKit.WebPush;
using Newswire.WebPush;

namespace Newswire.Tests.WebPush;

/// <summary>What holds for every notification, however long and odd.</summary>
public sealed class NotificationPayloadProperties
{
    /// <summary>Whole code points of every length in UTF-8, controls that JSON escapes, marks and joiners.</summary>
    private static readonly Gen<string> Grapheme = Gen.OneOf([.. ((string[])["a", "ü", "橋", "🌉", "\"", "\\", "\u0001", "\n", "\u0301", "\u200d", "\ufffd", " "]).Select(text => Gen.Const(text))]);

    private static readonly Gen<Notification> Notifications =
        from title in Text(1_000)
        from body in Gen.Null(Text(6_000))
        from path in Gen.Int[0, 5_000]
        from tag in Gen.String[Gen.Char.AlphaNumeric, 1, Notification.MaxTag]
        from icon in Gen.Int[0, 5_000]
        from image in Gen.Int[0, 5_000]
        from flags in Gen.Select(Gen.Bool, Gen.Bool, Gen.Bool, Gen.Bool)
        select new Notification
        {
            Title = "T" + title,
            Body = body,
            Navigate = Address(path),
            Tag = tag,
            Language = "en",
            IconUrl = flags.Item1 ? Address(icon) : null,
            ImageUrl = flags.Item2 ? Address(image) : null,
            Silent = flags.Item3,
            Renotify = flags.Item4,
        };

    [Fact]
    public void Any_notification_fits_and_arrives_with_all_that_was_not_shortened() =>
        Notifications.Sample(
            notification =>
            {
                using var keys = new ReceiverKeys();
                var body = PushEncryption.Encrypt(NotificationPayload.Write(notification), keys.At("https://web.push.apple.com/x"));
                var shown = JsonNode.Parse(keys.Decrypt(body))!["notification"]!;
                return body.Length <= PushEncryption.MaxBodyBytes
                    && IsBeginning(shown["title"]!.GetValue<string>(), notification.Title)
                    && (shown["body"] is not { } text || IsBeginning(text.GetValue<string>(), notification.Body!))
                    && shown["tag"]!.GetValue<string>() == notification.Tag
                    && notification.Navigate.AbsoluteUri.StartsWith(shown["navigate"]!.GetValue<string>(), StringComparison.Ordinal);
            },
            iter: 500,
            threads: 1);

    private static Gen<string> Text(int length) => Grapheme.Array[0, length].Select(string.Concat);

    private static Uri Address(int length) => new("https://news.example/" + new string('a', length));

    private static bool IsBeginning(string shown, string whole) =>
        shown == whole || (shown.EndsWith('…') && whole.StartsWith(shown[..^1], StringComparison.Ordinal));
}
