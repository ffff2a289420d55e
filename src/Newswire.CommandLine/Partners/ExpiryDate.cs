using System.CommandLine.Parsing;
using System.Globalization;

namespace Newswire.CommandLine.Partners;

/// <summary>A date on the command line, which means the same on every machine.</summary>
internal static class ExpiryDate
{
    private static readonly string[] Forms = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ssK"];

    public static DateTimeOffset? Parse(ArgumentResult argument)
    {
        if (DateTimeOffset.TryParseExact(
            argument.Tokens.Single().Value, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var date))
        {
            return date;
        }

        argument.AddError("--expires must be a date such as 2027-01-31, or a date, time and zone such as 2027-01-31T09:00:00Z.");
        return null;
    }
}
