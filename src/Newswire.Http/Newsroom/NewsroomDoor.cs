using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Newswire.Auditing;
using Newswire.Feeds;
using Newswire.Formats.Html.Operations;
using Newswire.Http.Auditing;
using Newswire.Keys;
using Newswire.Storage;

namespace Newswire.Http.Newsroom;

/// <summary>
/// The one way to what is below <c>/newsroom</c>. Lets in whoever has signed in with a key that is good at this moment, takes
/// forms from our own pages only, and has whatever they ask for written into the audit log before it is done.
/// </summary>
internal sealed class NewsroomDoor(PublisherKeys keys, AuditLog audit, Publication publication, ILogger<NewsroomDoor> log)
{
    private readonly string basePath = new Uri(publication.BaseUrl).AbsolutePath.TrimEnd('/');
    private readonly SignInCookie cookie = new(new Uri(publication.BaseUrl).AbsolutePath.TrimEnd('/'));

    /// <summary>The page on which a key is typed.</summary>
    public IResult ShowSignIn(HttpRequest request) =>
        new PageResult(SignInPage.Write(Stranger(OperationsPaths.SignIn), NewsroomForm.ReturnOf(request.Query["to"]), isWrong: false));

    /// <summary>Takes the key that was typed.</summary>
    public Task<IResult> SignInAsync(HttpRequest request) => GuardAsync(request, OperationsPaths.SignIn, async (form, cancellationToken) =>
    {
        var to = NewsroomForm.ReturnOf(form["to"]);
        var secret = form["key"].ToString().Trim();
        if (secret.Length > NewsroomForm.MaxKeyLength || await keys.FindAsync(secret, cancellationToken) is null)
        {
            return new PageResult(StatusCodes.Status403Forbidden, SignInPage.Write(Stranger(OperationsPaths.SignIn), to, isWrong: true));
        }

        cookie.Set(request, secret);
        return new SeeOther(basePath + to);
    });

    /// <summary>Forgets the key.</summary>
    public Task<IResult> SignOutAsync(HttpRequest request) => GuardAsync(request, OperationsPaths.SignOut, (_, _) =>
    {
        cookie.Clear(request);
        return Task.FromResult<IResult>(new SeeOther(basePath + OperationsPaths.SignIn));
    });

    /// <summary>Lets in somebody who only looks.</summary>
    /// <param name="request">The request.</param>
    /// <param name="path">Where it is, percent-encoded, below the base URL.</param>
    /// <param name="show">The page; null when there is none.</param>
    public async Task<IResult> LookAsync(
        HttpRequest request, string path, Func<NewsroomVisit, CancellationToken, Task<IResult?>> show)
    {
        var cancellationToken = request.HttpContext.RequestAborted;
        try
        {
            return await FindKeyAsync(request, cancellationToken) is not { } key
                ? AskForKey(request, path)
                : await show(Visit(request, key, path, FormCollection.Empty), cancellationToken) ?? Nothing(path, key);
        }
        catch (StorageAwayException exception)
        {
            return Away(request, path, exception);
        }
    }

    /// <summary>Lets in somebody who acts.</summary>
    /// <param name="request">The request.</param>
    /// <param name="path">Where it is, percent-encoded, below the base URL.</param>
    /// <param name="find">What the form asks for; null when no form can be sent there.</param>
    public Task<IResult> ActAsync(HttpRequest request, string path, Func<NewsroomVisit, NewsroomAct?> find) =>
        GuardAsync(request, path, async (form, cancellationToken) =>
        {
            if (await FindKeyAsync(request, cancellationToken) is not { } key)
            {
                return AskForKey(request, OperationsPaths.Overview);
            }

            return find(Visit(request, key, path, form)) is { } act
                ? await audit.RecordAsync(AuditActor.Of(key, AuditActor.Page), act.Act, act.DoAsync, ApiActs.Judge, cancellationToken)
                : Nothing(path, key);
        });

    private async Task<IResult> GuardAsync(
        HttpRequest request, string path, Func<IFormCollection, CancellationToken, Task<IResult>> work)
    {
        var cancellationToken = request.HttpContext.RequestAborted;
        if (!SameOrigin.Holds(request, publication))
        {
            return Refuse(StatusCodes.Status403Forbidden, path, "That came from somewhere else", "Forms are taken from the newsroom’s own pages only. Nothing was done.");
        }

        try
        {
            return await NewsroomForm.ReadAsync(request, cancellationToken) is { } form
                ? await work(form, cancellationToken)
                : Refuse(StatusCodes.Status400BadRequest, path, "That is no form of ours", "It could not be read. Nothing was done.");
        }
        catch (StorageAwayException exception)
        {
            return Away(request, path, exception);
        }
    }

    private async Task<PublisherKey?> FindKeyAsync(HttpRequest request, CancellationToken cancellationToken) =>
        SignInCookie.Find(request) is { } secret ? await keys.FindAsync(secret, cancellationToken) : null;

    private NewsroomVisit Visit(HttpRequest request, PublisherKey key, string path, IFormCollection form) =>
        new(request, key, new OperationsContext(publication, path, key.Name), form, basePath);

    private OperationsContext Stranger(string path) => new(publication, path, KeyName: null);

    private SeeOther AskForKey(HttpRequest request, string path)
    {
        // One that was revoked is not sent again and again.
        if (SignInCookie.Find(request) is not null)
        {
            cookie.Clear(request);
        }

        return new SeeOther($"{basePath}{OperationsPaths.SignIn}?to={Uri.EscapeDataString(path + request.QueryString.ToUriComponent())}");
    }

    private PageResult Nothing(string path, PublisherKey key) => new(
        StatusCodes.Status404NotFound,
        MessagePage.Write(
            new OperationsContext(publication, path, key.Name),
            "There is nothing here",
            "What this address was about does not exist, or does no more.",
            OperationsPaths.Overview));

    private PageResult Refuse(int status, string path, string title, string detail) =>
        new(status, MessagePage.Write(Stranger(path), title, detail, OperationsPaths.Overview));

    private PageResult Away(HttpRequest request, string path, StorageAwayException exception)
    {
        Log.StorageAway(log, request.Path, exception);
        return Refuse(
            StatusCodes.Status503ServiceUnavailable, path, "Storage does not answer", "What was asked for may or may not have been done; the audit log says so once storage is back. Try again in a moment.");
    }
}
