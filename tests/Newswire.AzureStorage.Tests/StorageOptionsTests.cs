using Microsoft.Extensions.Configuration;
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

    [Fact]
    public void The_account_of_the_section_wins_over_the_one_of_the_functions_host()
    {
        var options = From(("Storage:AccountName", "newswire1"), ("AzureWebJobsStorage", "UseDevelopmentStorage=true"));

        Assert.Equal("newswire1", options.AccountName);
        Assert.Null(options.ConnectionString);
    }

    [Fact]
    public void Without_an_account_in_the_section_the_one_of_the_functions_host_is_used()
    {
        var options = From(("Storage:MaxRetries", "7"), ("AzureWebJobsStorage", "UseDevelopmentStorage=true"));

        Assert.Equal("UseDevelopmentStorage=true", options.ConnectionString);
        Assert.Equal(7, options.MaxRetries);
    }

    [Fact]
    public void The_identity_settings_of_the_functions_host_name_the_account()
    {
        var options = From(
            ("AzureWebJobsStorage", ""),
            ("AzureWebJobsStorage:accountName", "newswire1"),
            ("AzureWebJobsStorage:credential", "managedidentity"),
            ("AzureWebJobsStorage:clientId", "id"));

        Assert.Equal(("newswire1", "id"), (options.AccountName, options.ManagedIdentityClientId));
        Assert.Empty(options.Validate());
    }

    [Fact]
    public void A_connection_string_of_the_functions_host_wins_over_its_identity_settings()
    {
        var options = From(
            ("AzureWebJobsStorage", "UseDevelopmentStorage=true"),
            ("AzureWebJobsStorage:accountName", "newswire1"),
            ("AzureWebJobsStorage:clientId", "id"));

        Assert.Equal("UseDevelopmentStorage=true", options.ConnectionString);
        Assert.Empty(options.Validate());
    }

    [Fact]
    public void Without_any_setting_no_account_is_named() => Assert.False(From().NamesAccount);

    private static StorageOptions From(params (string Key, string Value)[] settings) =>
        StorageOptions.From(new ConfigurationBuilder()
            .AddInMemoryCollection(settings.ToDictionary(setting => setting.Key, string? (setting) => setting.Value))
            .Build());
}
