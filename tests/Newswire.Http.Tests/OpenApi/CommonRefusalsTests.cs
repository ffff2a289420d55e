using System.Text;
using Newswire.Http.Tests.Surface;

namespace Newswire.Http.Tests.OpenApi;

/// <summary>
/// The refusals that depend on no state, asked of every operation that the document gives them to: a new operation is asked
/// as soon as it is described.
/// </summary>
public sealed class CommonRefusalsTests : SurfaceTests
{
    private static readonly byte[] TooMuch = new byte[(32 * 1024 * 1024) + 1];

    public static TheoryData<string> WithKey => Where(operation => operation.Key is not null);

    public static TheoryData<string> WithContent => Where(operation => operation.RequestContent is not null);

    /// <summary>Whose content has a form that is ours: what a CMS sends may be any JSON.</summary>
    public static TheoryData<string> WithJson => Where(operation =>
        operation.RequestContent?["application/json"] is { } json && (string?)Contract.Ours.Resolve(json["schema"]!)["type"] == "object");

    public static TheoryData<string> Storing => Where(operation => operation.Response(503) is not null);

    [Theory]
    [MemberData(nameof(WithKey))]
    public async Task Without_a_key_and_with_a_wrong_one_nobody_gets_in(string id)
    {
        var operation = Operation(id);

        Assert.Equal(401, (await SendAsync(operation, [])).Status);
        Assert.Equal(403, (await SendAsync(operation, [("Authorization", "Bearer wrong")])).Status);
    }

    [Theory]
    [MemberData(nameof(WithContent))]
    public async Task What_is_too_much_or_of_another_type_is_refused(string id)
    {
        var operation = Operation(id);
        await PreparePartnerAsync();
        var type = operation.RequestContent!.First().Key;

        Assert.Equal(415, (await SendAsync(operation, Pass(operation), Send.Bytes("{}"u8.ToArray(), "application/unheard-of"))).Status);
        Assert.Equal(413, (await SendAsync(operation, Pass(operation), Send.Bytes(TooMuch, type))).Status);
    }

    [Theory]
    [MemberData(nameof(WithJson))]
    public async Task What_cannot_be_read_or_lacks_what_is_needed_is_refused(string id)
    {
        var operation = Operation(id);
        await PreparePartnerAsync();

        Assert.Equal(400, (await SendAsync(operation, Pass(operation), Send.Json("{"))).Status);
        Assert.Equal(400, (await SendAsync(operation, Pass(operation), Send.Json("[]"))).Status);
    }

    [Theory]
    [MemberData(nameof(Storing))]
    public async Task While_storage_is_away_everybody_is_told_to_come_back(string id)
    {
        var operation = Operation(id);
        Surface.Time.Advance(TimeSpan.FromMinutes(1));
        Surface.Plan.Unanswered = _ => true;

        var content = operation.RequestContent is { } media ? Send.Bytes(Encoding.UTF8.GetBytes(Examples.Of(media)), media.First().Key) : null;
        Assert.Equal(503, (await SendAsync(operation, Pass(operation), content)).Status);
    }

    private static TheoryData<string> Where(Func<ContractOperation, bool> holds) =>
        [.. Contract.Ours.Operations.Where(holds).Select(operation => operation.Id)];

    private static ContractOperation Operation(string id) => Contract.Ours.Operations.Single(operation => operation.Id == id);

    /// <summary>What lets a request in as far as it is read: a key, or a signature, whatever it is worth.</summary>
    private (string Name, string Value)[] Pass(ContractOperation operation) =>
    [
        .. operation.Key is null ? [] : new[] { ("Authorization", "Bearer " + Surface.Key) },
        .. operation.SignatureHeaders.Select(header => (header, "anything")),
    ];

    private Task<Answer> SendAsync(ContractOperation operation, (string Name, string Value)[] headers, HttpContent? content = null) =>
        Surface.SendWithAsync(headers, new HttpMethod(operation.Method), Examples.PathOf(operation), content);

    /// <summary>Some look first whether there is the partner.</summary>
    private Task PreparePartnerAsync() =>
        Surface.SendAsync(HttpMethod.Put, "/api/partners/daily-planet", Send.Json("""{"title": "Daily Planet"}"""));
}
