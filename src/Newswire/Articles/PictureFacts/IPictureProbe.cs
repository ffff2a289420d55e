namespace Newswire.Articles.PictureFacts;

/// <summary>Looks at the file of a picture.</summary>
public interface IPictureProbe
{
    /// <summary>Asks for the picture. Whatever its host does is an outcome, never an exception.</summary>
    /// <param name="url">Where it is; any address, also one that must not be asked.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    Task<ProbedPicture> ProbeAsync(string url, CancellationToken cancellationToken);
}
