using Newswire.Storage;

namespace Newswire.Infra.Tests;

public sealed class RoleTests
{
    private const string BlobDataOwner = "b7e6dc6d-f1e8-4753-8033-0f276bb0955b";
    private const string BlobDataContributor = "ba92f5b4-2d11-453d-a403-e96b0029c9fe";
    private const string QueueDataContributor = "974c5e8b-45b9-4653-ba55-5f855dd0fe88";
    private const string MonitoringMetricsPublisher = "3913510d-42f4-4e42-8a64-420c390055eb";

    [Fact]
    public async Task The_app_has_three_roles_each_on_one_resource()
    {
        var production = await Deployment.ProductionAsync();
        var account = production.The("Microsoft.Storage/storageAccounts").Id;
        var insights = production.The("Microsoft.Insights/components").Id;

        Assert.Equal(
            Sorted([(BlobDataOwner, account), (QueueDataContributor, account), (MonitoringMetricsPublisher, insights)]),
            Sorted(production.Of("Microsoft.Authorization/roleAssignments").Select(Granted)));
    }

    [Fact]
    public async Task Operators_get_data_roles_when_there_is_a_group_of_them()
    {
        const string group = "00000000-0000-0000-0000-0000000000aa";
        var deployment = await Deployment.PredictAsync("production", ("operatorGroupId", group));
        var account = deployment.The("Microsoft.Storage/storageAccounts").Id;
        var roles = deployment.Of("Microsoft.Authorization/roleAssignments").Where(role => role.Text("properties.principalId") == group);

        Assert.Equal(Sorted([(BlobDataContributor, account), (QueueDataContributor, account)]), Sorted(roles.Select(Granted)));
    }

    [Fact]
    public async Task Nobody_may_delete_a_page_of_the_catalog()
    {
        var deployment = await Deployment.PredictAsync("production", ("operatorGroupId", "00000000-0000-0000-0000-0000000000aa"));
        var forBlobs = deployment.Of("Microsoft.Authorization/roleAssignments")
            .Where(role => Granted(role).Role is BlobDataOwner or BlobDataContributor)
            .ToList();

        Assert.Equal(2, forBlobs.Count);
        Assert.All(forBlobs, role =>
        {
            Assert.Equal("2.0", role.Text("properties.conditionVersion"));
            Assert.Equal(
                "((!(ActionMatches{'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/delete'})) OR "
                + $"(@Resource[Microsoft.Storage/storageAccounts/blobServices/containers:name] StringNotEquals '{Containers.Catalog}'))",
                role.Text("properties.condition"));
        });
    }

    private static (string Role, string Scope) Granted(Resource assignment) => (
        assignment.Text("properties.roleDefinitionId")!.Split('/')[^1],
        assignment.Id.Split("/providers/Microsoft.Authorization/roleAssignments/")[0]);

    private static IEnumerable<(string Role, string Scope)> Sorted(IEnumerable<(string Role, string Scope)> roles) =>
        roles.OrderBy(role => role.Role, StringComparer.Ordinal);
}
