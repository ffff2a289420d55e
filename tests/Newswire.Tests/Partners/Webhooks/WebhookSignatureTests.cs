using System.Text;
using Newswire.Partners.Webhooks;
using Newswire.TestKit;

namespace Newswire.Tests.Partners.Webhooks;

/// <summary>Signatures against the vector that the reference libraries of Standard Webhooks are tested with.</summary>
public sealed class WebhookSignatureTests
{
    private static readonly WebhookSecret Secret = new("0a1b2c3d", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", Some.Morning);
    private static readonly byte[] Body = Encoding.UTF8.GetBytes("""{"test": 2432232314}""");

    [Fact]
    public void The_vector_of_the_reference_libraries_is_met() => Assert.Equal(
        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        WebhookSignature.Of([Secret], "msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", Body));

    [Fact]
    public void While_secrets_change_both_sign()
    {
        var other = WebhookSecret.Make(Some.Morning);

        Assert.Equal(
            $"{WebhookSignature.Of([other], "msg_a", "1", Body)} {WebhookSignature.Of([Secret], "msg_a", "1", Body)}",
            WebhookSignature.Of([other, Secret], "msg_a", "1", Body));
    }

    [Fact]
    public void Id_time_and_body_each_count()
    {
        var signature = WebhookSignature.Of([Secret], "msg_a", "1", Body);

        Assert.NotEqual(signature, WebhookSignature.Of([Secret], "msg_b", "1", Body));
        Assert.NotEqual(signature, WebhookSignature.Of([Secret], "msg_a", "2", Body));
        Assert.NotEqual(signature, WebhookSignature.Of([Secret], "msg_a", "1", Body.AsSpan(1)));
    }

    [Fact]
    public void A_secret_is_256_random_bits_and_prints_as_its_id()
    {
        var secret = WebhookSecret.Make(Some.Morning);

        Assert.Equal(32, Convert.FromBase64String(secret.Text["whsec_".Length..]).Length);
        Assert.NotEqual(secret.Text, WebhookSecret.Make(Some.Morning).Text);
        Assert.Equal($"secret {secret.Id}", $"{secret}");
        Assert.DoesNotContain("/", $"{new Webhook("https://planet.example/unguessable", Some.Morning, [secret])}", StringComparison.Ordinal);
    }
}
