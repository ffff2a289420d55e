namespace Newswire.Http.Definitions;

/// <summary>A feed of a file that was applied.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Change"><c>defined</c>, or <c>unchanged</c> when it was so already.</param>
internal sealed record AppliedFeed(string Name, string Change);
