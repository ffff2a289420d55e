using Newswire.TestKit;

[assembly: AssemblyFixture(typeof(StorageEmulator))]
