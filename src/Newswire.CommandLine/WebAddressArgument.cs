using System.CommandLine.Parsing;

namespace Newswire.CommandLine;

/// <summary>An address on the command line.</summary>
internal static class WebAddressArgument
{
    /// <summary>The address; an error of the command line when it is none.</summary>
    public static Uri? Parse(ArgumentResult argument, string option)
    {
        if (Uri.TryCreate(argument.Tokens.Single().Value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
        {
            return address;
        }

        argument.AddError($"{option} must be an absolute http or https address, such as https://news.example.");
        return null;
    }
}
