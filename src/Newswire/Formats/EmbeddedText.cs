using System.Text;

namespace Newswire.Formats;

/// <summary>Texts that are files beside the code, because they are written in another language.</summary>
internal static class EmbeddedText
{
    /// <summary>The text, UTF-8, with line feeds.</summary>
    /// <param name="name">The file's name.</param>
    /// <exception cref="InvalidOperationException">The project file embeds no such file.</exception>
    public static string Of(string name)
    {
        using var stream = typeof(EmbeddedText).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not embedded in the assembly.");
        using var reader = new StreamReader(stream, Encoding.UTF8);

        // A checkout may have changed the line ends, and documents are the same on every machine.
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
