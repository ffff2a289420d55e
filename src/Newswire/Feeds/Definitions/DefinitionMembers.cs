using System.Globalization;
using System.Text.RegularExpressions;
using Newswire.Articles.Html;
using Newswire.Json;

namespace Newswire.Feeds.Definitions;

/// <summary>Reads and checks the members of one definition, each by itself; see <see cref="NameConflicts"/> for the rest.</summary>
internal sealed partial class DefinitionMembers
{
    private readonly JsonMembers members;
    private readonly string pointer;
    private readonly List<Fault> faults;
    private readonly SentText text;

    private DefinitionMembers(JsonMembers members, string pointer, List<Fault> faults) =>
        (this.members, this.pointer, this.faults, text) = (members, pointer, faults, new SentText(faults));

    /// <summary>The definition; worth nothing when there are faults.</summary>
    /// <param name="name">The feed's name.</param>
    /// <param name="members">The members of the definition.</param>
    /// <param name="pointer">Where it stands.</param>
    /// <param name="faults">Where faults are added.</param>
    public static FeedDefinition Read(string name, JsonMembers members, string pointer, List<Fault> faults) =>
        new DefinitionMembers(members, pointer, faults).Read(name);

    private FeedDefinition Read(string name)
    {
        if (!FeedName.IsValid(name))
        {
            Add("/name", $"Must be one to three parts with slashes between, each of small letters, digits and single hyphens and of at most {Slug.MaxLength} characters; below topics/ and authors/ exactly one, and elsewhere none that is archive.");
        }

        var size = members.Object("size", (sizes, at) => new Size(
            Number(sizes, "entries", at, 1, DefinitionLimits.MaxEntries),
            Number(sizes, "hours", at, 0, DefinitionLimits.MaxHours)));
        return new FeedDefinition
        {
            Name = name,
            Title = text.Line(pointer + "/title", members.Text("title"), DefinitionLimits.MaxName),
            Description = text.Line(pointer + "/description", members.Text("description"), DefinitionLimits.MaxDescription),
            LogoUrl = Logo(),
            Selection = Selection(name),
            Content = Content(),
            MinEntries = size?.Entries,
            MinHours = size?.Hours,
            Aliases = Aliases(name),
            FormerNames = FormerNames(name),
        };
    }

    private string? Logo()
    {
        if (members.Text("logo") is not { } sent)
        {
            return null;
        }

        var url = WebAddress.Resolve(sent, baseUrl: null);
        if (url is null)
        {
            Add("/logo", $"Must be the absolute http or https address of an image, of at most {WebAddress.MaxLength} characters.");
        }

        return url;
    }

    private EntryContent Content()
    {
        var sent = members.Text("content");
        if (sent is not (null or "full" or "summary"))
        {
            Add("/content", "Must be full or summary.");
        }

        return sent == "summary" ? EntryContent.Summary : EntryContent.Full;
    }

    private FeedSelection? Selection(string name)
    {
        var selection = members.Object("topics", Topics) ?? new FeedSelection();
        selection = selection with
        {
            Authors = Names(members, "authors", pointer),
            Sections = Names(members, "sections", pointer),
            Languages = Names(members, "languages", pointer),
        };
        for (var i = 0; i < selection.Languages.Count; i++)
        {
            if (!LanguageRange().IsMatch(selection.Languages[i]))
            {
                Add($"/languages/{i}", "Must be a language range of RFC 4647, such as en, en-GB or *.");
            }
        }

        (string Member, int Conditions)[] conditions =
        [
            ("/topics", selection.AnyTopic.Count + selection.AllTopics.Count + selection.NoTopic.Count),
            ("/authors", selection.Authors.Count),
            ("/sections", selection.Sections.Count),
            ("/languages", selection.Languages.Count),
        ];
        foreach (var (member, _) in conditions.Where(part => FeedName.IsAutomatic(name) && part.Conditions > 0))
        {
            Add(member, "Cannot be chosen for latest, topics/… and authors/…, whose names say what they carry; choose another name.");
        }

        return conditions.Any(part => part.Conditions > 0) ? selection : null;
    }

    private FeedSelection Topics(JsonMembers topics, string at) => new()
    {
        AnyTopic = Names(topics, "any", at),
        AllTopics = Names(topics, "all", at),
        NoTopic = Names(topics, "none", at),
    };

    private IReadOnlyList<string> Aliases(string name)
    {
        var aliases = Names(members, "aliases", pointer);
        if (aliases.Count > 0 && !FeedName.IsTopic(name) && !FeedName.IsAuthor(name))
        {
            Add("/aliases", "Are other names of a topic or an author, so only a feed topics/… or authors/… has them.");
        }

        return aliases;
    }

    private IReadOnlyList<string> FormerNames(string name)
    {
        var names = Names(members, "formerNames", pointer);
        for (var i = 0; i < names.Count; i++)
        {
            if (!FeedName.IsValid(names[i]) || names[i] == name)
            {
                Add($"/formerNames/{i}", "Must be another feed's name, as it stood in its address behind /feeds/.");
            }
        }

        return names;
    }

    private IReadOnlyList<string> Names(JsonMembers from, string member, string at) => text.Names(
        $"{at}/{member}", from.Texts(member), DefinitionLimits.MaxNames, DefinitionLimits.MaxName);

    private int? Number(JsonMembers from, string member, string at, int least, int most)
    {
        var number = from.Integer(member);
        if (number < least || number > most)
        {
            faults.Add(new Fault($"{at}/{member}", string.Create(CultureInfo.InvariantCulture, $"Must be from {least} to {most}.")));
            return null;
        }

        return (int?)number;
    }

    private void Add(string member, string detail) => faults.Add(new Fault(pointer + member, detail));

    /// <summary>RFC 4647 §2.1.</summary>
    [GeneratedRegex(
        @"^([a-z]{1,8}(-[a-z0-9]{1,8})*|\*)$",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex LanguageRange();

    private sealed record Size(int? Entries, int? Hours);
}
