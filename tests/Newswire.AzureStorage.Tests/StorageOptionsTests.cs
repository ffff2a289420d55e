using Microsoft.Extensions.DependencyInjection;

namespace Newswire.AzureStorage.Tests;

public sealed class StorageOptionsTests
{
    private const string Secret = "c2VjcmV0";

    [Fact]
    public void A_connection_string_or_an_account_name_is_enough()
    {
        Assert.Empty(new StorageOptions { ConnectionString = "UseDevelopmentStorage=true" }.Validate());
        Assert.Empty(new StorageOptions { AccountName = "newswire1" }.Validate());
        Assert.Empty(new StorageOptions { AccountName = "newswire1", ManagedIdentityClientId = "id" }.Validate());
    }

    public static TheoryData<StorageOptions, string> Unusable => new()
    {
        { new StorageOptions(), "either" },
        { new StorageOptions { ConnectionString = "UseDevelopmentStorage=true", AccountName = "newswire1" }, "either" },
        { new StorageOptions { ConnectionString = $"AccountKey={Secret}" }, "ConnectionString" },
        { new StorageOptions { ConnectionString = Secret }, "ConnectionString" },
        { new StorageOptions { AccountName = "Not.A/Name" }, "AccountName" },
        { new StorageOptions { ConnectionString = "UseDevelopmentStorage=true", ManagedIdentityClientId = "id" }, "ManagedIdentityClientId" },
        { new StorageOptions { AccountName = "newswire1", NetworkTimeout = TimeSpan.Zero }, "NetworkTimeout" },
        { new StorageOptions { AccountName = "newswire1", MaxRetries = -1 }, "MaxRetries" },
        { new StorageOptions { AccountName = "newswire1", LeaseDuration = TimeSpan.FromSeconds(5) }, "LeaseDuration" },
    };

    [Theory]
    [MemberData(nameof(Unusable))]
    public void Options_that_cannot_work_are_refused_at_start_without_telling_secrets(StorageOptions options, string about)
    {
        var refused = Assert.Throws<ArgumentException>(() => new ServiceCollection().AddAzureStorage(options));

        Assert.Contains(about, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, refused.ToString(), StringComparison.Ordinal);
    }
}
