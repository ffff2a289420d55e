using System.Reflection;
using Newswire.Storage;

namespace Newswire.Infra.Tests;

public sealed class StorageTests
{
    private const string DeploymentContainer = "app-package";

    [Fact]
    public async Task Nobody_gets_in_without_a_role_or_without_encryption()
    {
        var account = (await Deployment.ProductionAsync()).The("Microsoft.Storage/storageAccounts");

        Assert.False(account.At("properties.allowBlobPublicAccess").GetBoolean());
        Assert.False(account.At("properties.allowSharedKeyAccess").GetBoolean());
        Assert.True(account.At("properties.supportsHttpsTrafficOnly").GetBoolean());
        Assert.Equal("TLS1_2", account.Text("properties.minimumTlsVersion"));
    }

    [Fact]
    public async Task There_are_the_containers_of_the_code_and_one_for_the_program_all_private()
    {
        var containers = (await Deployment.ProductionAsync()).Of("Microsoft.Storage/storageAccounts/blobServices/containers");

        Assert.Equal(Names(Constants(typeof(Containers)).Append(DeploymentContainer)), Names(containers.Select(container => container.Name)));
        Assert.All(containers, container => Assert.Equal("None", container.Text("properties.publicAccess")));
    }

    [Fact]
    public async Task There_are_the_queues_of_the_code_each_with_its_poison_queue()
    {
        var queues = (await Deployment.ProductionAsync()).Of("Microsoft.Storage/storageAccounts/queueServices/queues");
        var expected = Constants(typeof(QueueNames)).SelectMany(queue => new[] { queue, queue + "-poison" });

        Assert.Equal(Names(expected), Names(queues.Select(queue => queue.Name)));
    }

    [Fact]
    public async Task Nothing_keeps_what_erasure_overwrites()
    {
        var blobs = (await Deployment.ProductionAsync()).The("Microsoft.Storage/storageAccounts/blobServices");

        Assert.False(blobs.At("properties.isVersioningEnabled").GetBoolean());
        Assert.False(blobs.At("properties.deleteRetentionPolicy.enabled").GetBoolean());
        Assert.False(blobs.At("properties.restorePolicy.enabled").GetBoolean());
        Assert.False(blobs.At("properties.changeFeed.enabled").GetBoolean());
        Assert.True(blobs.At("properties.containerDeleteRetentionPolicy.enabled").GetBoolean());
    }

    [Fact]
    public async Task Only_copies_of_unreadable_lines_go_by_their_age()
    {
        var policy = (await Deployment.ProductionAsync()).The("Microsoft.Storage/storageAccounts/managementPolicies");
        var rule = Assert.Single(policy.At("properties.policy.rules").EnumerateArray());

        Assert.Equal(
            [Containers.CatalogRejected + "/"],
            rule.GetProperty("definition").GetProperty("filters").GetProperty("prefixMatch").EnumerateArray().Select(prefix => prefix.GetString()));
    }

    [Fact]
    public async Task The_account_of_production_is_locked_and_in_three_zones()
    {
        var production = await Deployment.ProductionAsync();
        var account = production.The("Microsoft.Storage/storageAccounts");
        var @lock = production.The("Microsoft.Authorization/locks");

        Assert.StartsWith(account.Id + "/", @lock.Id, StringComparison.Ordinal);
        Assert.Equal("CanNotDelete", @lock.Text("properties.level"));
        Assert.Equal("Standard_ZRS", account.Text("sku.name"));
        Assert.Empty((await Deployment.DevelopmentAsync()).Of("Microsoft.Authorization/locks"));
    }

    private static IEnumerable<string> Constants(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => field.IsLiteral)
            .Select(field => (string)field.GetRawConstantValue()!);

    private static IEnumerable<string> Names(IEnumerable<string> names) => names.Order(StringComparer.Ordinal);
}
