namespace Newswire.Http.Push;

/// <summary>What a browser needs to subscribe.</summary>
/// <param name="PublicKey">The <c>applicationServerKey</c>, base64url.</param>
internal sealed record PushKeyAnswer(string PublicKey);
