using Newswire.Storage;

namespace Newswire.Counting;

/// <summary>Objects whose names have their day in front, so that the oldest come first in a list.</summary>
internal static class DailyObjects
{
    /// <summary>Removes those of the days before one. Looking for them ends at the first that is kept.</summary>
    /// <param name="store">Where they are.</param>
    /// <param name="container">In which container.</param>
    /// <param name="prefix">What their names begin with.</param>
    /// <param name="dayOf">The day of a name; null when it is none of these, which stays.</param>
    /// <param name="oldest">The first day that is kept.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task RemoveBeforeAsync(
        IObjectStore store,
        string container,
        string prefix,
        Func<string, DateOnly?> dayOf,
        DateOnly oldest,
        CancellationToken cancellationToken)
    {
        await foreach (var name in store.ListAsync(container, prefix, cancellationToken))
        {
            var day = dayOf(name);
            if (day >= oldest)
            {
                return;
            }

            var path = new ObjectPath(container, name);
            if (day is not null && await store.HeadAsync(path, cancellationToken) is { } properties)
            {
                await store.DeleteAsync(path, properties.ETag, cancellationToken);
            }
        }
    }
}
