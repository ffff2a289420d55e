using System.Globalization;
using Newswire.WebPush.Subscriptions;

namespace Newswire.Tests.WebPush.Subscriptions;

public sealed class QuietHoursTests
{
    private static readonly TimeOnly Ten = new(22, 0);
    private static readonly TimeOnly Seven = new(7, 0);

    [Theory]
    [InlineData("Europe/Berlin", "2026-03-04T20:59:00Z", null)]
    [InlineData("Europe/Berlin", "2026-03-04T21:00:00Z", "2026-03-05T06:00:00Z")]
    [InlineData("Europe/Berlin", "2026-03-05T05:59:59Z", "2026-03-05T06:00:00Z")]
    [InlineData("Europe/Berlin", "2026-03-05T06:00:00Z", null)]
    [InlineData("Asia/Kathmandu", "2026-03-04T16:15:00Z", "2026-03-05T01:15:00Z")]
    [InlineData("America/Los_Angeles", "2026-03-05T06:00:00Z", "2026-03-05T15:00:00Z")]
    [InlineData("No/Longer_Known", "2026-03-04T22:00:00Z", "2026-03-05T07:00:00Z")]
    public void Hours_over_midnight_end_in_the_morning_of_the_readers_zone(string zone, string moment, string? end) =>
        Assert.Equal(At(end), new QuietHours(Ten, Seven, zone).EndAfter(At(moment)!.Value));

    [Fact]
    public void Hours_within_a_day_begin_and_end_on_it()
    {
        var hours = new QuietHours(new TimeOnly(12, 30), new TimeOnly(14, 0), "UTC");

        Assert.Null(hours.EndAfter(At("2026-03-04T12:29:59Z")!.Value));
        Assert.Equal(At("2026-03-04T14:00:00Z"), hours.EndAfter(At("2026-03-04T12:30:00Z")!.Value));
        Assert.Null(hours.EndAfter(At("2026-03-04T14:00:00Z")!.Value));
    }

    [Fact]
    public void Hours_that_end_where_they_begin_are_none() =>
        Assert.Null(new QuietHours(Ten, Ten, "UTC").EndAfter(At("2026-03-04T22:00:00Z")!.Value));

    [Fact]
    public void In_the_nights_in_which_clocks_change_the_end_is_the_first_minute_that_the_wall_says_so()
    {
        (string Zone, string Noon)[] nights =
        [
            ("Europe/Berlin", "2026-03-28T12:00:00Z"), ("Europe/Berlin", "2026-10-24T12:00:00Z"),
            ("America/New_York", "2026-03-07T12:00:00Z"), ("America/New_York", "2026-10-31T12:00:00Z"),
            ("Australia/Lord_Howe", "2026-04-04T12:00:00Z"), ("Australia/Lord_Howe", "2026-10-03T12:00:00Z"),
        ];
        TimeOnly[] times = [new(22, 0), new(1, 30), new(2, 0), new(2, 15), new(2, 30), new(3, 0), new(7, 0)];
        foreach (var (zone, noon) in nights)
        {
            foreach (var from in times)
            {
                foreach (var to in times.Where(time => time != from))
                {
                    AssertEveryMinuteOfADay(new QuietHours(from, to, zone), At(noon)!.Value);
                }
            }
        }
    }

    [Theory]
    [InlineData("00:00", true)]
    [InlineData("23:59", true)]
    [InlineData("24:00", false)]
    [InlineData("7:00", false)]
    [InlineData("07:00:00", false)]
    [InlineData(" 07:00", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_time_is_two_digits_colon_two_digits(string? text, bool isTime) =>
        Assert.Equal(isTime, QuietHours.ReadTime(text) is not null);

    [Theory]
    [InlineData("Europe/Paris", true)]
    [InlineData("America/Argentina/Buenos_Aires", true)]
    [InlineData("Etc/GMT+5", true)]
    [InlineData("UTC", true)]
    [InlineData("Europe/Atlantis", false)]
    [InlineData("../../etc/passwd", false)]
    [InlineData("/usr/share/zoneinfo/UTC", false)]
    [InlineData("Europe/../UTC", false)]
    [InlineData("zone1970.tab", false)]
    [InlineData("W. Europe Standard Time", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_zone_is_a_name_of_the_IANA_database_and_no_path(string? name, bool isZone) =>
        Assert.Equal(isZone, TimeZones.Find(name) is not null);

    [Theory]
    [InlineData("Pacific/Kiritimati", "2026-03-04T09:59:00Z", 4)]
    [InlineData("Pacific/Kiritimati", "2026-03-04T10:00:00Z", 5)]
    [InlineData("America/New_York", "2026-03-04T04:59:00Z", 3)]
    [InlineData(null, "2026-03-04T23:59:00Z", 4)]
    public void A_day_is_that_of_the_readers_zone_or_else_of_UTC(string? zone, string moment, int day) =>
        Assert.Equal(new DateOnly(2026, 3, day), TimeZones.DayIn(zone, At(moment)!.Value));

    /// <summary>The simplest means: whether a minute is quiet is what the wall says, and the end is the first that is not.</summary>
    private static void AssertEveryMinuteOfADay(QuietHours hours, DateTimeOffset begin)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(hours.TimeZone);
        DateTimeOffset? end = null;
        for (var minute = begin.AddDays(2); minute >= begin; minute = minute.AddMinutes(-1))
        {
            var wall = TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(minute, zone).DateTime);
            var isQuiet = hours.From < hours.To ? wall >= hours.From && wall < hours.To : wall >= hours.From || wall < hours.To;
            end = isQuiet ? end : minute;
            if (minute < begin.AddDays(1))
            {
                Assert.Equal((hours, minute, isQuiet ? end : null), (hours, minute, hours.EndAfter(minute)));
            }
        }
    }

    private static DateTimeOffset? At(string? text) =>
        text is null ? null : DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
