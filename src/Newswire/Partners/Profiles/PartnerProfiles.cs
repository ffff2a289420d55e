namespace Newswire.Partners.Profiles;

/// <summary>The profiles there are.</summary>
public static class PartnerProfiles
{
    private static readonly Dictionary<PartnerProfile, IProfile> All = new IProfile[]
    {
        new GenericProfile(), new MsnProfile(), new SmartNewsProfile(), new FlipboardProfile(),
    }.ToDictionary(profile => profile.Name);

    /// <summary>The rules of the profile that a partner's record names.</summary>
    public static IProfile Of(PartnerProfile name) => All[name];
}
