using Microsoft.AspNetCore.Http;
using Newswire.Feeds;
using Newswire.Formats.Html.Usage;

namespace Newswire.Http.Partners;

/// <summary>The page on which people of the newsroom see what partners take.</summary>
public sealed class UsagePageApi
{
    private readonly PageForNewsroom page;

    internal UsagePageApi(Publication publication) =>
        page = new(UsagePage.Write(publication), UsagePage.ContentType, UsagePage.ContentSecurityPolicy);

    /// <summary><c>GET</c> and <c>HEAD /newsroom/usage</c>.</summary>
    public IResult Get(HttpRequest request) => page.Get(request);
}
