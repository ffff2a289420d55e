namespace Newswire.Formats.Html.Operations;

/// <summary>Where people of the newsroom sign in with a publisher key, <c>/newsroom/sign-in</c>. Pure.</summary>
public static class SignInPage
{
    /// <summary>The page.</summary>
    /// <param name="context">Where; nobody has signed in.</param>
    /// <param name="to">The page of the newsroom to go to then, below the base URL.</param>
    /// <param name="isWrong">Whether a key was sent that opens nothing.</param>
    public static byte[] Write(OperationsContext context, string to, bool isWrong) => OperationsFrame.Write(
        context with { KeyName = null },
        OperationsText.SignInTitle,
        (page, path) =>
        {
            page.WriteLine($"""
                <form class="ask" method="post" action="{path.To(OperationsPaths.SignIn)}">
                <input type="hidden" name="to" value="{to}">
                """);
            if (isWrong)
            {
                page.WriteLine($"""<p class="wrong" id="wrong" role="alert">{OperationsText.WrongKey}</p>""");
            }

            // The id of what is wrong is there only when it is.
            var described = isWrong ? "wrong key-note" : "key-note";
            page.WriteLine($"""
                <label>{OperationsText.PublisherKey} <input type="password" name="key" required autocomplete="current-password" spellcheck="false" aria-describedby="{described}"></label>
                <button>{OperationsText.SignIn}</button>
                <p id="key-note">{OperationsText.KeyNote}</p>
                </form>
                """);
        },
        OperationsText.SignInIntro);
}
