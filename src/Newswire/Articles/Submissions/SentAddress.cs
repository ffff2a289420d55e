using Newswire.Articles.Html;
using Newswire.Json;

namespace Newswire.Articles.Submissions;

/// <summary>Makes absolute addresses of what was sent.</summary>
/// <param name="baseUrl">Where relative addresses start.</param>
/// <param name="faults">Where faults are added.</param>
internal sealed class SentAddress(Uri baseUrl, List<Fault> faults)
{
    /// <summary>The absolute http or https address; null, and a fault, when it is none.</summary>
    public string? Resolve(string pointer, string raw)
    {
        var url = WebAddress.Resolve(raw, baseUrl);
        if (url is null)
        {
            faults.Add(new Fault(
                pointer, $"Must be an http or https address of at most {SubmissionLimits.MaxUrl} characters, absolute or relative to url."));
        }

        return url;
    }
}
