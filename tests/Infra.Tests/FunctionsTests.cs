using System.Reflection;
using System.Text.Json;
using System.Xml.Linq;
using Newswire.AzureStorage;
using Newswire.Feeds;
using Newswire.Functions;

namespace Newswire.Infra.Tests;

public sealed class FunctionsTests
{
    [Fact]
    public async Task The_app_runs_on_the_framework_it_is_built_for()
    {
        var app = (await Deployment.ProductionAsync()).The("Microsoft.Web/sites");
        var framework = XDocument.Load(Repository.Path("src/Newswire.Functions/Newswire.Functions.csproj"))
            .Descendants("TargetFramework").Single().Value;

        Assert.Equal("dotnet-isolated", app.Text("properties.functionAppConfig.runtime.name"));
        Assert.Equal(framework, "net" + app.Text("properties.functionAppConfig.runtime.version"));
    }

    [Fact]
    public async Task Only_https_and_no_password_reaches_it()
    {
        var production = await Deployment.ProductionAsync();
        var app = production.The("Microsoft.Web/sites");
        var passwords = production.Of("Microsoft.Web/sites/basicPublishingCredentialsPolicies");

        Assert.True(app.At("properties.httpsOnly").GetBoolean());
        Assert.Equal("1.2", app.Text("properties.siteConfig.minTlsVersion"));
        Assert.Equal("Disabled", app.Text("properties.siteConfig.ftpsState"));
        Assert.Equal(["ftp", "scm"], passwords.Select(policy => policy.Name));
        Assert.All(passwords, policy => Assert.False(policy.At("properties.allow").GetBoolean()));
    }

    [Fact]
    public async Task Only_its_own_Front_Door_reaches_it()
    {
        var production = await Deployment.ProductionAsync();
        var app = production.The("Microsoft.Web/sites");
        var frontDoor = production.The("Microsoft.Cdn/profiles").Id;
        var rule = Assert.Single(app.At("properties.siteConfig.ipSecurityRestrictions").EnumerateArray());
        var id = Assert.Single(rule.GetProperty("headers").GetProperty("x-azure-fdid").EnumerateArray()).GetString()!;

        Assert.Equal("Deny", app.Text("properties.siteConfig.ipSecurityRestrictionsDefaultAction"));
        Assert.Equal("Allow", rule.GetProperty("action").GetString());
        Assert.Equal("ServiceTag", rule.GetProperty("tag").GetString());
        Assert.Equal("AzureFrontDoor.Backend", rule.GetProperty("ipAddress").GetString());
        Assert.Contains(frontDoor, id, StringComparison.Ordinal);
        Assert.EndsWith(".frontDoorId]", id, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_always_ready_exists()
    {
        var functions = Functions();
        var ready = (await Deployment.ProductionAsync()).The("Microsoft.Web/sites")
            .At("properties.functionAppConfig.scaleAndConcurrency.alwaysReady").EnumerateArray()
            .Select(item => item.GetProperty("name").GetString()!)
            .ToList();

        Assert.Contains("http", ready);
        Assert.All(ready.Where(name => name != "http"), name => Assert.Contains(name["function:".Length..], functions));
    }

    [Fact]
    public async Task Azd_deploys_to_it()
    {
        var app = (await Deployment.ProductionAsync()).The("Microsoft.Web/sites");

        Assert.Equal("api", app.Text("tags.azd-service-name"));
        Assert.Contains("\n  api:\n    project: src/Newswire.Functions\n", Repository.Read("azure.yaml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_host_is_told_its_account_its_identity_and_to_leave_the_home_page_alone()
    {
        var production = await Deployment.ProductionAsync();
        var settings = Settings(production);
        var account = production.The("Microsoft.Storage/storageAccounts").Name;

        Assert.Equal(account, settings.GetProperty($"{StorageOptions.HostConnection}__accountName").GetString());
        Assert.Equal("managedidentity", settings.GetProperty($"{StorageOptions.HostConnection}__credential").GetString());
        Assert.EndsWith(".clientId]", settings.GetProperty($"{StorageOptions.HostConnection}__clientId").GetString()!, StringComparison.Ordinal);
        Assert.Equal("true", settings.GetProperty("AzureWebJobsDisableHomepage").GetString());
    }

    [Fact]
    public async Task Messages_go_to_the_account_the_triggers_listen_to()
    {
        var settings = Settings(await Deployment.ProductionAsync());

        Assert.DoesNotContain(settings.EnumerateObject(), setting => setting.Name is "Storage__ConnectionString" or "Storage__AccountName");
    }

    [Fact]
    public async Task No_setting_holds_a_secret()
    {
        var settings = Settings(await Deployment.ProductionAsync());

        Assert.DoesNotContain(settings.EnumerateObject(), setting => setting.Value.GetString()!.Contains("Key=", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(settings.EnumerateObject(), setting => setting.Value.GetString()!.Contains("listKeys", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_text_a_publication_has_can_be_set()
    {
        var texts = typeof(Publication).GetProperties().Where(property => property.PropertyType == typeof(string)).ToList();
        var parameters = texts
            .Where(property => property.Name != nameof(Publication.BaseUrl))
            .Select(property => ($"publication{property.Name}", $"the {property.Name}"));
        var settings = Settings(await Deployment.PredictAsync("production", [.. parameters, ("customDomain", "feeds.news.example")]));

        Assert.All(texts, property => Assert.True(settings.TryGetProperty($"Publication__{property.Name}", out _), property.Name));
        Assert.Equal("https://feeds.news.example", settings.GetProperty("Publication__BaseUrl").GetString());
    }

    [Fact]
    public async Task What_is_not_said_is_left_to_the_program()
    {
        var settings = Settings(await Deployment.ProductionAsync());

        Assert.DoesNotContain(settings.EnumerateObject(), setting => setting.Value.GetString()!.Length == 0);
    }

    private static JsonElement Settings(Deployment deployment) => deployment.The("Microsoft.Web/sites/config").At("properties");

    private static HashSet<string> Functions() =>
    [
        .. from type in typeof(SweepTrigger).Assembly.GetTypes()
           from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static)
           from attribute in method.GetCustomAttributesData()
           where attribute.AttributeType.Name == "FunctionAttribute"
           select (string)attribute.ConstructorArguments[0].Value!,
    ];
}
