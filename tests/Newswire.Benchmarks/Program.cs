using BenchmarkDotNet.Running;
using Newswire.Benchmarks;
using Newswire.Benchmarks.ChangeStream;
using Newswire.Benchmarks.Import;
using Newswire.Benchmarks.Load;
using Newswire.Benchmarks.Operations;
using Newswire.Benchmarks.Rebuilding;
using Newswire.Benchmarks.Walk;
using Newswire.Benchmarks.WebSub;

switch (args)
{
    case ["operations"]:
        return await OperationsCommand.RunAsync(Console.Out);
    case ["walk"]:
        return await WalkCommand.RunAsync(WalkCommand.Articles, Console.Out);
    case ["walk", "--articles", var text] when int.TryParse(text, out var articles) && articles is >= 1 and <= 200_000:
        return await WalkCommand.RunAsync(articles, Console.Out);
    case ["load"]:
        return await LoadCommand.RunAsync(TimeSpan.FromSeconds(10));
    case ["load", "--seconds", var text] when int.TryParse(text, out var seconds) && seconds is >= 1 and <= 600:
        return await LoadCommand.RunAsync(TimeSpan.FromSeconds(seconds));
    case ["import"]:
        return await ImportMeasurement.RunAsync(ImportMeasurement.Articles);
    case ["import", "--articles", var text] when int.TryParse(text, out var articles) && articles is >= 1 and <= 1_000_000:
        return await ImportMeasurement.RunAsync(articles);
    case ["websub"]:
        return await WebSubCommand.RunAsync();
    case ["stream"]:
        return await StreamCommand.RunAsync(StreamCommand.Changes, Console.Out);
    case ["stream", "--changes", var text] when int.TryParse(text, out var changes) && changes is >= 8 and <= 1_000_000:
        return await StreamCommand.RunAsync(changes, Console.Out);
    case ["rebuild"]:
        return await RebuildCommand.RunAsync(RebuildCommand.Articles, Console.Out);
    case ["rebuild", "--articles", var text] when int.TryParse(text, out var articles) && articles is >= 1 and <= 1_000_000:
        return await RebuildCommand.RunAsync(articles, Console.Out);
    case [LoadServer.Command]:
        return await LoadServer.RunAsync();
    case ["operations" or "rebuild" or "walk" or "stream" or "load" or "import" or "websub", ..]:
        await Console.Error.WriteLineAsync(
            "Say 'operations', 'walk', 'walk --articles N' with N from 1 to 200000, 'stream', 'stream --changes N' with N from 8 to 1000000, 'rebuild' or 'import', both with '--articles N' with N from 1 to 1000000 or without, 'load', 'load --seconds N' with N from 1 to 600, or 'websub'.");
        return 1;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(RenderFeedBenchmarks).Assembly).Run(args);
        return 0;
}
