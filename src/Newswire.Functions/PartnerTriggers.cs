using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Newswire.Http;
using Newswire.Http.Partners;

namespace Newswire.Functions;

/// <summary>Partners, for the newsroom and for themselves. The keys of either are asked for behind the triggers.</summary>
public sealed class PartnerTriggers(PartnersApi partners, PartnerHomeApi home, ChangesApi changes)
{
    /// <summary><c>GET /api/partners</c>.</summary>
    [Function("GetPartners")]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Partners)] HttpRequest request) =>
        partners.ListAsync(request);

    /// <summary><c>PUT /api/partners</c>.</summary>
    [Function("PutPartners")]
    public Task<IResult> PutFileAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Routes.Partners)] HttpRequest request) =>
        partners.PutFileAsync(request);

    /// <summary><c>GET /api/partners/{partner}</c>.</summary>
    [Function("GetPartner")]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Partner)] HttpRequest request, string partner) =>
        partners.GetAsync(request, partner);

    /// <summary><c>PUT /api/partners/{partner}</c>.</summary>
    [Function("PutPartner")]
    public Task<IResult> PutAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Routes.Partner)] HttpRequest request, string partner) =>
        partners.PutAsync(request, partner);

    /// <summary><c>DELETE /api/partners/{partner}</c>.</summary>
    [Function("DeletePartner")]
    public Task<IResult> DeleteAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = Routes.Partner)] HttpRequest request, string partner) =>
        partners.DeleteAsync(request, partner);

    /// <summary><c>POST /api/partners/{partner}/keys</c>.</summary>
    [Function("PostPartnerKey")]
    public Task<IResult> PostKeyAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.PartnerKeys)] HttpRequest request, string partner) =>
        partners.PostKeyAsync(request, partner);

    /// <summary><c>DELETE /api/partners/{partner}/keys/{key}</c>.</summary>
    [Function("DeletePartnerKey")]
    public Task<IResult> DeleteKeyAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = Routes.PartnerKey)] HttpRequest request,
        string partner,
        string key) =>
        partners.DeleteKeyAsync(request, partner, key);

    /// <summary><c>GET /partners/{partner}</c>.</summary>
    [Function("GetPartnerHome")]
    public Task<IResult> GetHomeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Routes.PartnerHome)] HttpRequest request, string partner) =>
        home.GetAsync(request, partner);

    /// <summary><c>GET /partners/{partner}/changes</c>.</summary>
    [Function("GetPartnerChanges")]
    public Task<IResult> GetChangesAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Routes.PartnerChanges)] HttpRequest request, string partner) =>
        changes.GetAsync(request, partner);
}
