using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Newswire.Feeds;
using Newswire.Formats.Html.Developers;
using Newswire.Http.Serving;
using Newswire.Projection;
using Newswire.Storage;

namespace Newswire.Http.OpenApi;

/// <summary>The surface described, for programs and for people. Open to everybody; holds nothing of the publication but its name.</summary>
public sealed class DescriptionApi
{
    /// <summary>Briefly, since it changes with the software and has to fit it.</summary>
    private const string CacheFor = "public, max-age=300";

    private readonly Lazy<Document> document;
    private readonly Lazy<Document> page;

    internal DescriptionApi(Publication publication)
    {
        document = new(() => Make(
            "openapi.json", SurfaceDescription.ContentType, SurfaceDescription.ToUtf8(SurfaceDescription.Of(publication))));
        page = new(() => Make(
            "developers", DevelopersPage.ContentType, DevelopersPage.Write(publication, SurfaceDescription.Of(publication))));
    }

    /// <summary><c>GET</c> and <c>HEAD /openapi.json</c>, with conditions. Tools in pages of other sites may read it.</summary>
    public IResult GetDocument(HttpRequest request)
    {
        request.HttpContext.Response.Headers.AccessControlAllowOrigin = "*";
        return Answer(request, document.Value);
    }

    /// <summary><c>GET</c> and <c>HEAD /developers</c>, with conditions.</summary>
    public IResult GetPage(HttpRequest request)
    {
        request.HttpContext.Response.Headers.ContentSecurityPolicy = DevelopersPage.ContentSecurityPolicy;
        return Answer(request, page.Value);
    }

    private static IResult Answer(HttpRequest request, Document document)
    {
        if (Conditions.Evaluate(request.Headers, document.Facts, DateTimeOffset.UnixEpoch) == Precondition.Failed)
        {
            return Problem.OtherVersion.ToResult();
        }

        var form = document.In(Conditions.Encoding(request.Headers));
        var headers = request.HttpContext.Response.Headers;
        headers.CacheControl = CacheFor;
        headers.Vary = "Accept-Encoding";
        headers.XContentTypeOptions = "nosniff";
        if (form.ContentEncoding is not null)
        {
            headers.ContentEncoding = form.ContentEncoding;
        }

        return TypedResults.Bytes(form.Bytes, document.ContentType, entityTag: new EntityTagHeaderValue(form.ETag));
    }

    private static Document Make(string name, string contentType, byte[] bytes) => new(
        new ObjectPath(Containers.Public, name),
        contentType,
        new DocumentFacts(Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16)), DateTimeOffset.UnixEpoch),
        bytes);
}
