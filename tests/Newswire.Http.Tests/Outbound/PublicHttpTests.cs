using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using Newswire.Http.Tests.Pictures;
using Newswire.Outbound;

namespace Newswire.Http.Tests.Outbound;

/// <summary>The guard with TLS, where a certificate is one more thing that a stranger wrote.</summary>
public sealed class PublicHttpTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Yesterday = DateTimeOffset.UtcNow.AddDays(-1);

    private readonly X509Certificate2 authority = Authority();
    private PictureHost issuer = null!;
    private WebApplication secure = null!;

    public async ValueTask InitializeAsync()
    {
        issuer = await PictureHost.StartAsync();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());

        // Offline: Kestrel itself would fetch the issuer otherwise, to send it along.
        var certificate = SslStreamCertificateContext.Create(
            Certificate(authority, issuer.Address + "/issuer.crt"), additionalCertificates: null, offline: true);
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(
            IPAddress.Loopback, 0, listen => listen.UseHttps(new TlsHandshakeCallbackOptions
            {
                OnConnection = _ => ValueTask.FromResult(new SslServerAuthenticationOptions { ServerCertificateContext = certificate }),
            })));
        secure = builder.Build();
        secure.Run(context => context.Response.WriteAsync("reached"));
        await secure.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await secure.DisposeAsync();
        await issuer.DisposeAsync();
        authority.Dispose();
    }

    [Fact]
    public async Task A_host_with_a_certificate_that_is_trusted_is_reached_again_and_again()
    {
        for (var i = 0; i < 2; i++)
        {
            using var handler = PublicHttp.CreateHandler(allowLoopback: true);
            handler.SslOptions.CertificateChainPolicy!.TrustMode = X509ChainTrustMode.CustomRootTrust;
            handler.SslOptions.CertificateChainPolicy.CustomTrustStore.Add(authority);
            handler.PooledConnectionLifetime = TimeSpan.Zero;
            using var client = new HttpClient(handler);

            Assert.Equal("reached", await client.GetStringAsync(Address));
            Assert.Equal("reached", await client.GetStringAsync(Address));
        }
    }

    [Fact]
    public async Task A_certificate_sends_nobody_to_fetch_its_issuer()
    {
        using var client = new HttpClient(PublicHttp.CreateHandler(allowLoopback: true));

        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetStringAsync(Address));

        Assert.Empty(issuer.Requests);
    }

    private Uri Address => new UriBuilder(
        secure.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single())
    {
        Host = "localhost",
    }.Uri;

    private static X509Certificate2 Authority()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Authority", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, critical: true));
        return request.CreateSelfSigned(Yesterday, Yesterday.AddYears(1));
    }

    private static X509Certificate2 Certificate(X509Certificate2 authority, string issuerUrl)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509AuthorityInformationAccessExtension(ocspUris: null, caIssuersUris: [issuerUrl]));
        using var signed = request.Create(authority, Yesterday, Yesterday.AddMonths(6), [1, 2, 3]);
        using var withKey = signed.CopyWithPrivateKey(key);
        return X509CertificateLoader.LoadPkcs12(withKey.Export(X509ContentType.Pkcs12), password: null);
    }
}
