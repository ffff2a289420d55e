using Microsoft.AspNetCore.Http;
using Newswire.Auditing;

namespace Newswire.Http.Newsroom;

/// <summary>Something that a form asks for.</summary>
/// <param name="Act">As the audit log calls it.</param>
/// <param name="DoAsync">Does it and answers.</param>
internal sealed record NewsroomAct(AuditAct Act, Func<CancellationToken, Task<IResult>> DoAsync);
