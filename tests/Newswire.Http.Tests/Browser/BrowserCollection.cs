namespace Newswire.Http.Tests.Browser;

/// <summary>One browser and one site for all tests in it.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<Chromium>, ICollectionFixture<PagesSite>
{
    public const string Name = "browser";
}
