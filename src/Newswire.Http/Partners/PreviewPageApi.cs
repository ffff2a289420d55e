using Microsoft.AspNetCore.Http;
using Newswire.Feeds;
using Newswire.Formats.Html.Preview;

namespace Newswire.Http.Partners;

/// <summary>The page on which people of the newsroom see what partners get.</summary>
public sealed class PreviewPageApi
{
    private readonly PageForNewsroom page;

    internal PreviewPageApi(Publication publication) =>
        page = new(PreviewPage.Write(publication), PreviewPage.ContentType, PreviewPage.ContentSecurityPolicy);

    /// <summary><c>GET</c> and <c>HEAD /newsroom/preview</c>.</summary>
    public IResult Get(HttpRequest request) => page.Get(request);
}
