using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.Hosting;
using Newswire.AzureStorage;
using Newswire.Exporters;
using Newswire.Http;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.Services.AddAzureStorage(StorageOptions.From(builder.Configuration));
builder.Services.AddNewswire(builder.Configuration);
builder.Services.AddNewswireTelemetry(builder.Configuration)?.UseFunctionsWorkerDefaults();
builder.Build().Run();
