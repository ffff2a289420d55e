using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Newswire.Articles;

namespace Newswire.WebPush;

/// <summary>
/// A notification as a push message carries it: Declarative Web Push (Push API, "declarative push message"). Safari shows
/// it without a service worker; elsewhere the members of <c>notification</c> are the arguments of
/// <c>showNotification()</c>, and <c>navigate</c> is what a click opens.
/// </summary>
/// <remarks>
/// Browsers drop a declarative message of which one member is wrong, so those that would be are left out: what is not
/// known, and pictures whose address is none.
/// </remarks>
public static class NotificationPayload
{
    /// <summary>The most characters of the address a click opens; a longer one leads to the front page of its site.</summary>
    public const int MaxNavigate = 2_048;

    /// <summary>What <c>web_push</c> says, so that no other JSON is taken for a notification: the number of the RFC.</summary>
    private const int Declarative = 8030;

    /// <summary>What a screen shows of a body. A picture that leaves less room than this is dropped instead.</summary>
    private const int ShownLength = 160;

    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// Writes the notification so that it fits into <see cref="PushEncryption.MaxPlaintextBytes"/>. What is too long loses
    /// the end of its body, then the image, the rest of the body and the icon, and at last the end of its title.
    /// </summary>
    /// <exception cref="ArgumentException">The title is blank, the tag empty or too long, or the address not absolute.</exception>
    public static byte[] Write(Notification notification)
    {
        ArgumentNullException.ThrowIfNull(notification);
        ArgumentException.ThrowIfNullOrWhiteSpace(notification.Title, nameof(notification));
        if (notification.Tag.Length is 0 or > Notification.MaxTag || !IsWebAddress(notification.Navigate))
        {
            throw new ArgumentException("A notification needs a tag, not too long, and an absolute http or https address.", nameof(notification));
        }

        var body = new ShortenedText(notification.Body ?? "");
        var title = new ShortenedText(notification.Title);
        return Longest(body, ShownLength, text => Render(notification with { Body = text }))
            ?? Longest(body, ShownLength, text => Render(notification with { Body = text, ImageUrl = null }))
            ?? Longest(body, 0, text => Render(notification with { Body = text, ImageUrl = null, IconUrl = null }))
            ?? Longest(title, 0, text => Render(notification with { Title = text, Body = null, ImageUrl = null, IconUrl = null }))
            ?? throw new ArgumentException("The address has a host that is too long for any.", nameof(notification));
    }

    /// <summary>
    /// What is written with as much of the text as fits; null when it does not fit even with <paramref name="least"/>
    /// graphemes of it.
    /// </summary>
    private static byte[]? Longest(ShortenedText text, int least, Func<string, byte[]> write)
    {
        var whole = write(text.Whole);
        if (Fits(whole))
        {
            return whole;
        }

        byte[]? best = null;
        var (low, high) = (Math.Min(least, text.Graphemes), text.Graphemes - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var written = write(text.Begin(middle));
            (best, low, high) = Fits(written) ? (written, middle + 1, high) : (best, low, middle - 1);
        }

        return best;
    }

    private static bool Fits(byte[] payload) => payload.Length <= PushEncryption.MaxPlaintextBytes;

    private static byte[] Render(Notification notification)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, Json))
        {
            json.WriteStartObject();
            json.WriteNumber("web_push", Declarative);
            json.WriteStartObject("notification");
            json.WriteString("title", notification.Title);
            WriteText(json, "body", notification.Body);
            json.WriteString("navigate", Target(notification.Navigate));
            WriteText(json, "lang", notification.Language is { } language && LanguageTag.IsWellFormed(language) ? language : null);
            json.WriteString("dir", "auto");
            json.WriteString("tag", notification.Tag);
            WriteText(json, "icon", Address(notification.IconUrl));
            WriteText(json, "image", Address(notification.ImageUrl));
            WriteTrue(json, "silent", notification.Silent);
            WriteTrue(json, "renotify", notification.Renotify && !notification.Silent);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static string Target(Uri navigate) =>
        navigate.AbsoluteUri is { Length: <= MaxNavigate } whole ? whole : new Uri(navigate, "/").AbsoluteUri;

    private static string? Address(Uri? picture) =>
        picture is not null && IsWebAddress(picture) ? picture.AbsoluteUri : null;

    private static bool IsWebAddress(Uri address) => address is { IsAbsoluteUri: true, Scheme: "http" or "https" };

    private static void WriteText(Utf8JsonWriter json, string name, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            json.WriteString(name, text);
        }
    }

    private static void WriteTrue(Utf8JsonWriter json, string name, bool isTrue)
    {
        if (isTrue)
        {
            json.WriteBoolean(name, true);
        }
    }
}
