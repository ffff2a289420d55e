using BenchmarkDotNet.Attributes;
using Newswire.TestKit.Storage;
using Newswire.TestKit.WebPush;
using Newswire.WebPush;

namespace Newswire.Benchmarks;

/// <summary>
/// What one push message costs before it is sent: encrypted for its reader, with the credentials for its service. At
/// least 1,000 a second and core are required, so at most a millisecond each.
/// </summary>
/// <remarks><c>dotnet run -c Release --project tests/Newswire.Benchmarks -- --filter '*PushEncryption*' -j short -i</c>.</remarks>
[MemoryDiagnoser]
public class PushEncryptionBenchmarks
{
    private const int Readers = 64;

    private readonly List<PushReceiver> receivers = [];
    private readonly Notification notification = new()
    {
        Title = "Harbour bridge opens a month early",
        Body = "The bridge opened on Monday, four weeks before it was to. Ferries keep running until Easter, the city says.",
        Navigate = new Uri("https://news.example/2026/03/harbour-bridge-opens-a-month-early"),
        Tag = "harbour-bridge",
        Language = "en-GB",
        IconUrl = new Uri("https://news.example/icon.png"),
        ImageUrl = new Uri("https://news.example/pictures/bridge-1200x800.jpg"),
    };

    private VapidTokens tokens = null!;
    private byte[] payload = [];
    private int next;

    /// <summary>Makes the readers and reads one message as each of them.</summary>
    [GlobalSetup]
    public void Setup()
    {
        tokens = new VapidTokens(new VapidKeys(new InMemoryObjectStore()), new PushOptions(), TimeProvider.System);
        payload = WritePayload();
        for (var i = 0; i < Readers; i++)
        {
            using var keys = new ReceiverKeys();
            var receiver = keys.At($"https://fcm.googleapis.com/fcm/send/{i}");
            receivers.Add(receiver);
            if (!keys.Decrypt(PushEncryption.Encrypt(payload, receiver)).AsSpan().SequenceEqual(payload))
            {
                throw new InvalidOperationException("A reader does not get what was sent.");
            }
        }
    }

    [Benchmark]
    public async Task<int> EncryptWithCredentials()
    {
        var receiver = receivers[next++ % Readers];
        var authorization = await tokens.AuthorizationAsync(receiver.Origin, CancellationToken.None);
        return PushEncryption.Encrypt(payload, receiver).Length + authorization.Length;
    }

    [Benchmark]
    public byte[] WritePayload() => NotificationPayload.Write(notification);

    [Benchmark]
    public bool ReadReceiver() => PushReceiver.TryRead(
        "https://fcm.googleapis.com/fcm/send/0",
        "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
        "BTBZMqHH6r4Tts7J_aSIgg",
        allowLoopback: false,
        out _,
        out _);
}
