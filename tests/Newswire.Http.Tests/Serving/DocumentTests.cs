using System.Runtime.InteropServices;
using System.Text;
using Newswire.Http.Serving;
using Newswire.Projection;
using Newswire.TestKit;

namespace Newswire.Http.Tests.Serving;

public sealed class DocumentTests
{
    private static readonly Document Document = new(
        ObjectPaths.Robots, "text/plain", new DocumentFacts("hash", Some.Morning), Encoding.UTF8.GetBytes(new string('x', 10_000)));

    [Theory]
    [InlineData(null)]
    [InlineData("gzip")]
    [InlineData("br")]
    public void Each_encoded_form_is_made_once(string? coding) => Assert.Same(Document.In(coding), Document.In(coding));

    [Fact]
    public void The_plain_form_is_the_bytes_as_read()
    {
        byte[] bytes = [1, 2, 3];

        var plain = new Document(ObjectPaths.Robots, "text/plain", new DocumentFacts("hash", Some.Morning), bytes).In(null);

        Assert.True(MemoryMarshal.TryGetArray(plain.Bytes, out var segment));
        Assert.Same(bytes, segment.Array);
    }
}
