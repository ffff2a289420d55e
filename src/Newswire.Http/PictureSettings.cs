using Microsoft.Extensions.Configuration;
using Newswire.Articles.PictureFacts;

namespace Newswire.Http;

/// <summary>Reads how pictures are asked for and refuses bounds that are none.</summary>
internal static class PictureSettings
{
    /// <exception cref="InvalidOperationException">A setting is not usable; the message names it.</exception>
    public static PictureProbeOptions Read(IConfiguration configuration)
    {
        var section = configuration.GetSection(PictureProbeOptions.Section);
        var options = section.Get<PictureProbeOptions>() ?? new PictureProbeOptions();
        section.Demand(options.MaxTime > TimeSpan.Zero && options.MaxTime <= options.MaxRequestTime, nameof(options.MaxTime), "positive and at most MaxRequestTime");
        section.Demand(options.MaxRequestTime <= TimeSpan.FromMinutes(3), nameof(options.MaxRequestTime), "at most 3 minutes");
        section.Demand(options.MaxPicturesPerArticle >= 1, nameof(options.MaxPicturesPerArticle), "1 or more");
        section.Demand(options.MaxParallel is >= 1 and <= 256, nameof(options.MaxParallel), "from 1 to 256");
        section.Demand(options.MaxRedirects is >= 0 and <= 10, nameof(options.MaxRedirects), "from 0 to 10");
        section.Demand(options.MaxStartBytes is >= 1024 and <= 4 * 1024 * 1024, nameof(options.MaxStartBytes), "from 1024 to 4194304");
        section.Demand(options.MaxCountedBytes >= 0, nameof(options.MaxCountedBytes), "0 or more");
        section.Demand(options.MaxRemembered >= 1, nameof(options.MaxRemembered), "1 or more");
        return options;
    }
}
