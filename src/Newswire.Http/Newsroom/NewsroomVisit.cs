using Microsoft.AspNetCore.Http;
using Newswire.Formats.Html.Operations;
using Newswire.Keys;

namespace Newswire.Http.Newsroom;

/// <summary>A request of somebody who has signed in.</summary>
/// <param name="Request">The request.</param>
/// <param name="Key">The key they signed in with.</param>
/// <param name="Context">Where they are.</param>
/// <param name="Form">What a form sent; empty for what is only looked at.</param>
/// <param name="BasePath">What stands before <c>/newsroom</c> under this host; empty for nothing.</param>
internal sealed record NewsroomVisit(
    HttpRequest Request, PublisherKey Key, OperationsContext Context, IFormCollection Form, string BasePath)
{
    /// <summary>A value of the query; null when there is none, or several.</summary>
    public string? Query(string name) => Request.Query[name] is [{ } value] ? value : null;

    /// <summary>A value of the form; null when there is none, or several.</summary>
    public string? Field(string name) => Form[name] is [{ } value] ? value : null;

    /// <summary>Leads to a page that says what was done.</summary>
    /// <param name="path">The page, percent-encoded, below the base URL.</param>
    /// <param name="done">What was done, as the room knows it.</param>
    public IResult Leave(string path, string done) => new SeeOther($"{BasePath}{path}?done={done}");

    /// <summary>A page that says that something was not done, and why.</summary>
    public IResult Refuse(int status, string title, string detail, string back) =>
        new PageResult(status, MessagePage.Write(Context, title, detail, back));
}
