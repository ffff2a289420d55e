using Microsoft.AspNetCore.Routing.Patterns;

namespace Newswire.Functions.Tests;

/// <summary>
/// Whether some path matches two route templates. A constraint counts as letting everything through, and so does a segment
/// of several parts: rather an overlap too many than one too few. The one exception is <c>maxlength(0)</c>.
/// </summary>
internal static class RouteOverlap
{
    public static bool Exists(string first, string second) => Exists(Segments(first), Segments(second));

    private static bool Exists(ReadOnlySpan<RoutePatternPathSegment> first, ReadOnlySpan<RoutePatternPathSegment> second)
    {
        if (first.IsEmpty || second.IsEmpty)
        {
            return (first.IsEmpty || MayBeAbsent(first[0])) && (second.IsEmpty || MayBeAbsent(second[0]));
        }

        return IsCatchAll(first[0])
            || IsCatchAll(second[0])
            || (MayBeAbsent(first[0]) && MayBeAbsent(second[0]))
            || (BothMatch(first[0], second[0]) && Exists(first[1..], second[1..]));
    }

    private static RoutePatternPathSegment[] Segments(string template) =>
        [.. RoutePatternFactory.Parse(template).PathSegments.Where(segment => !MatchesNothing(segment))];

    private static bool MatchesNothing(RoutePatternPathSegment segment) =>
        segment.Parts is [RoutePatternParameterPart { IsOptional: true } parameter]
        && parameter.ParameterPolicies.Any(policy => policy.Content == "maxlength(0)");

    private static bool IsCatchAll(RoutePatternPathSegment segment) =>
        segment.Parts is [RoutePatternParameterPart { IsCatchAll: true }];

    private static bool MayBeAbsent(RoutePatternPathSegment segment) =>
        segment.Parts is [RoutePatternParameterPart parameter]
        && (parameter.IsCatchAll || parameter.IsOptional || parameter.Default is not null);

    private static bool BothMatch(RoutePatternPathSegment first, RoutePatternPathSegment second) =>
        first.Parts is not [RoutePatternLiteralPart one]
        || second.Parts is not [RoutePatternLiteralPart other]
        || string.Equals(one.Content, other.Content, StringComparison.OrdinalIgnoreCase);
}
