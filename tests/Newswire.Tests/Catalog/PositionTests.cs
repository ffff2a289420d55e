using Newswire.Catalog;

namespace Newswire.Tests.Catalog;

public sealed class PositionTests
{
    [Fact]
    public void Positions_order_by_page_then_offset() =>
        Assert.Equal(
            [new Position(1, 9), new Position(2, 0), new Position(2, 10)],
            new[] { new Position(2, 10), new Position(1, 9), new Position(2, 0) }.Order());

    [Theory]
    [InlineData("1.0", true)]
    [InlineData("12.9876543210", true)]
    [InlineData("0.1", false)]
    [InlineData("1", false)]
    [InlineData("1.-1", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Only_the_written_form_is_read(string? text, bool readable)
    {
        Assert.Equal(readable, Position.TryParse(text, out var position));
        if (readable)
        {
            Assert.Equal(text, position.ToString());
        }
    }
}
