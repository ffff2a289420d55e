using Newswire.Server;

return await CommandLine.Root().Parse(args).InvokeAsync();
