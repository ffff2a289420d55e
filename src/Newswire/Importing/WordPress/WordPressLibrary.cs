using System.Xml.Linq;
using Newswire.Articles;
using Newswire.Articles.Html;
using Newswire.Importing.Feeds;

namespace Newswire.Importing.WordPress;

/// <summary>
/// What posts of an export refer to and what may stand anywhere in it: authors, categories, pictures, reusable blocks.
/// </summary>
internal sealed class WordPressLibrary
{
    private static readonly string[] CreditKeys =
    [
        "_media_credit", "media_credit", "_credit", "credit", "credits", "photo_credit", "_photo_credit", "image_credit", "_image_credit",
        "photographer", "_wp_attachment_source_name", "isc_image_source",
    ];

    private readonly Dictionary<string, string> authors = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> categories = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Picture> pictures = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> byParent = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> blocks = new(StringComparer.Ordinal);

    /// <summary>The language of the site, when it says which.</summary>
    public string? Language { get; private set; }

    /// <summary>Everything in the library that may stand in a body.</summary>
    public Picture? PictureOf(string? id) => id is null ? null : pictures.GetValueOrDefault(id);

    /// <summary>The pictures that were uploaded to a post, in the order of the export.</summary>
    public IReadOnlyList<string> UploadedTo(string? post) => post is not null && byParent.TryGetValue(post, out var ids) ? ids : [];

    /// <summary>The content of a reusable block.</summary>
    public string? BlockOf(string id) => blocks.GetValueOrDefault(id);

    /// <summary>The name of a category by its number.</summary>
    public string? CategoryOf(string? termId) => termId is null ? null : categories.GetValueOrDefault(termId);

    /// <summary>How the author with this login is printed: by the name they chose, or else by the login.</summary>
    public string NameOf(string login) => authors.GetValueOrDefault(login, login);

    /// <summary>Takes up what an element of the export says to others.</summary>
    public void Read(XElement element)
    {
        if (Wxr.Is(element, "author"))
        {
            Author(Wxr.Text(element, "author_login"), Wxr.Text(element, "author_display_name"));
        }
        else if (Wxr.Is(element, "category") && Wxr.Text(element, "term_id") is { } term && Wxr.Text(element, "cat_name") is { } name)
        {
            categories[term] = name;
        }
        else if (element.Name == "language")
        {
            Language ??= FeedContext.LanguageOf(element.Text());
        }
        else if (element.Name == "item")
        {
            ReadItem(element, Wxr.Text(element, "post_id"));
        }
    }

    private void ReadItem(XElement item, string? id)
    {
        switch (Wxr.Text(item, "post_type"))
        {
            case "attachment" when id is not null && Picture(item) is { } picture:
                pictures[id] = picture;
                if (Wxr.Text(item, "post_parent") is { } parent and not "0")
                {
                    (byParent.TryGetValue(parent, out var uploaded) ? uploaded : byParent[parent] = []).Add(id);
                }

                break;
            case "wp_block" when id is not null && Wxr.Encoded(item, "/content/") is { } content:
                blocks[id] = content;
                break;
            case "guest-author":
                // The plugin Co-Authors Plus keeps authors without an account as posts.
                Author(Wxr.Meta(item, "cap-user_login"), Wxr.Meta(item, "cap-display_name"));
                break;
        }
    }

    private void Author(string? login, string? name)
    {
        if (login is not null && name is not null)
        {
            authors[login] = name;
        }
    }

    private static Picture? Picture(XElement item)
    {
        if (WebAddress.Resolve(Wxr.Text(item, "attachment_url"), baseUrl: null) is not { } url)
        {
            return null;
        }

        // What the camera wrote is in image_meta, and is not printed unless nobody has said anything better.
        var facts = Wxr.Meta(item, "_wp_attachment_metadata");
        List<string> credits = [.. Credits.Split(Wxr.Meta(item, CreditKeys) ?? PhpArray.Text(facts, "credit") ?? "")];
        if (Wxr.Meta(item, "_navis_media_credit_org") is { } agency)
        {
            credits.AddRange(Credits.Split(agency));
        }

        var picture = new Picture
        {
            Url = url,
            Width = PhpArray.Number(facts, "width") is > 0 and <= 100_000 and var width ? (int)width : null,
            Height = PhpArray.Number(facts, "height") is > 0 and <= 100_000 and var height ? (int)height : null,
            LengthBytes = PhpArray.Number(facts, "filesize") is > 0 and var bytes ? bytes : null,
            Alt = Wxr.Meta(item, "_wp_attachment_image_alt"),
            Credits = [.. credits.Distinct(StringComparer.Ordinal)],
            Rights = PhpArray.Text(facts, "copyright") is { } notice ? new PictureRights { CopyrightNotice = notice } : null,
        };
        return PrintedCaption.Under(picture, Wxr.Encoded(item, "/excerpt/"));
    }
}
