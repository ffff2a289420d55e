using System.Text;

namespace Newswire.Http.Tests.Partners.Webhooks;

/// <summary>The check itself, against the vector that the reference libraries are tested with: it is what the other tests rely on.</summary>
public sealed class StandardWebhookTests
{
    private const string Id = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private const string Timestamp = "1614265330";
    private const string Signature = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    private static readonly StandardWebhook Check = new("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    private static readonly DateTimeOffset Sent = DateTimeOffset.FromUnixTimeSeconds(1614265330);
    private static readonly byte[] Body = Encoding.UTF8.GetBytes("""{"test": 2432232314}""");

    [Fact]
    public void The_vector_is_accepted() => Assert.True(Check.Accepts(Id, Timestamp, Signature, Body, Sent));

    [Fact]
    public void One_good_signature_among_others_is_enough() => Assert.True(
        Check.Accepts(Id, Timestamp, $"v1,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc= v2,x {Signature}", Body, Sent));

    [Fact]
    public void Another_id_time_body_or_secret_and_what_is_old_are_not()
    {
        Assert.False(Check.Accepts("msg_other", Timestamp, Signature, Body, Sent));
        Assert.False(Check.Accepts(Id, "1614265331", Signature, Body, Sent));
        Assert.False(Check.Accepts(Id, Timestamp, Signature, [.. Body, 32], Sent));
        Assert.False(new StandardWebhook("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSx").Accepts(Id, Timestamp, Signature, Body, Sent));
        Assert.False(Check.Accepts(Id, Timestamp, Signature, Body, Sent.AddMinutes(6)));
    }
}
