using Newswire.Articles.Submissions;
using Newswire.Feeds;
using Newswire.Json;

namespace Newswire.Connectors;

/// <summary>What a newsroom says of a connector.</summary>
/// <param name="Kind">Which CMS it is.</param>
/// <param name="Secret">The secret, where the CMS makes its own; null for one that is made here.</param>
/// <param name="Authors">The names of authors whom the CMS names by a number only.</param>
public sealed record ConnectorWish(ConnectorKind Kind, string? Secret, IReadOnlyList<ConnectorAuthor> Authors)
{
    /// <summary>Bytes of what is sent: 64 KiB.</summary>
    public const int MaxBytes = 64 * 1024;

    /// <summary>Characters of a secret, at least.</summary>
    public const int MinSecret = 16;

    /// <summary>Characters of a secret, at most.</summary>
    public const int MaxSecret = 200;

    /// <summary>Authors with a name.</summary>
    public const int MaxAuthors = 1_000;

    /// <summary>Characters of an author's number.</summary>
    public const int MaxAuthorId = 40;

    /// <summary>Reads <c>{"kind": …, "secret": …, "authors": […]}</c>.</summary>
    /// <param name="name">The name in the address.</param>
    /// <param name="json">What was sent.</param>
    public static JsonOutcome<ConnectorWish> Read(string name, ReadOnlyMemory<byte> json) =>
        StrictJson.Read(json, MaxBytes, (members, faults) =>
        {
            if (Slug.From(name) != name)
            {
                faults.Add(new Fault("", $"The name in the address must be lower-case letters, digits and hyphens, at most {Slug.MaxLength}."));
            }

            var kind = Kinds(members.Text("kind"), faults);
            var secret = members.Text("secret");
            if (secret is { Length: < MinSecret or > MaxSecret })
            {
                faults.Add(new Fault("/secret", $"Must have {MinSecret} to {MaxSecret} characters; leave it out to have one made."));
            }

            var authors = members.Objects("authors", (author, at) => Author(author, at, faults));
            new SentText(faults).AtMost("/authors", authors.Count, MaxAuthors, "authors");
            return faults.Count > 0 ? null : new ConnectorWish(kind, secret, authors);
        });

    /// <summary>The secret is not for people to see.</summary>
    public override string ToString() => $"{Kind}";

    private static ConnectorKind Kinds(string? kind, List<Fault> faults)
    {
        switch (kind)
        {
            case "ghost":
                return ConnectorKind.Ghost;
            case "wordpress":
                return ConnectorKind.WordPress;
            default:
                faults.Add(new Fault("/kind", "Must be ghost or wordpress."));
                return default;
        }
    }

    private static ConnectorAuthor Author(JsonMembers author, string at, List<Fault> faults)
    {
        var id = author.Text("id");
        var name = new SentText(faults).Line(at + "/name", author.Text("name"), SubmissionLimits.MaxName);
        if (id is null or { Length: > MaxAuthorId })
        {
            faults.Add(new Fault(at + "/id", "Must be the author's number in the CMS, as a string."));
        }

        if (name is null)
        {
            faults.Add(new Fault(at + "/name", "Is missing."));
        }

        return new ConnectorAuthor(id ?? "", name ?? "");
    }
}
