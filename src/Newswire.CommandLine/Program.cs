using Microsoft.Extensions.Configuration;
using Newswire.CommandLine;
using Newswire.CommandLine.Targets;
using Newswire.CommandLine.Terminal;

var configuration = new ConfigurationBuilder().AddEnvironmentVariables().Build();
return await NewswireCommand.RunAsync(args, new CommandSurroundings(
    Screen.OfConsole(), new TargetOpening(configuration), TimeProvider.System));
