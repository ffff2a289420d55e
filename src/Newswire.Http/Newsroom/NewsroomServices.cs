using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Newswire.Auditing;
using Newswire.Delivery;
using Newswire.Http.Auditing;
using Newswire.Http.Ingest;
using Newswire.Operations;
using Newswire.Operations.Articles;
using Newswire.Operations.Failures;

namespace Newswire.Http.Newsroom;

/// <summary>The part of the composition that people of the newsroom see: their pages, and the audit log.</summary>
internal static class NewsroomServices
{
    public static void AddNewsroom(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(AuditSettings.Read(configuration));
        services.AddSingleton<AuditLog>();
        services.AddSingleton<IHousekeeping, AuditHousekeeping>();
        services.AddSingleton(provider => new AuditApi(
            provider.GetRequiredService<PublisherDoor>(), provider.GetRequiredService<AuditLog>()));

        services.AddSingleton<ArticleSearch>();
        services.AddSingleton<ArticleReports>();
        services.AddSingleton<SetAsideLines>();
        services.AddSingleton<OverviewReports>();

        services.AddSingleton<INewsroomRoom, OverviewRoom>();
        services.AddSingleton<INewsroomRoom, ArticlesRoom>();
        services.AddSingleton<INewsroomRoom, FeedsRoom>();
        services.AddSingleton<INewsroomRoom, PartnersRoom>();
        services.AddSingleton<INewsroomRoom, UsageRoom>();
        services.AddSingleton<INewsroomRoom, PreviewRoom>();
        services.AddSingleton<INewsroomRoom, KeysRoom>();
        services.AddSingleton<INewsroomRoom, SetAsideRoom>();
        services.AddSingleton<INewsroomRoom, PoisonRoom>();
        services.AddSingleton<INewsroomRoom, AuditRoom>();
        services.AddSingleton<INewsroomRoom, RebuildRoom>();
        services.AddSingleton<NewsroomDoor>();
        services.AddSingleton(provider => new NewsroomApi(
            provider.GetRequiredService<NewsroomDoor>(), provider.GetServices<INewsroomRoom>()));
    }
}
