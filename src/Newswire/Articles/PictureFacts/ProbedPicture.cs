namespace Newswire.Articles.PictureFacts;

/// <summary>The answer of <see cref="IPictureProbe"/>.</summary>
/// <param name="Outcome">What came of it.</param>
/// <param name="Facts">What is known now; null unless the outcome is <see cref="ProbeOutcome.Found"/>.</param>
public sealed record ProbedPicture(ProbeOutcome Outcome, FoundFacts? Facts = null);
