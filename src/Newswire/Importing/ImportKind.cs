namespace Newswire.Importing;

/// <summary>What articles can be imported from.</summary>
public enum ImportKind
{
    /// <summary>RSS 2.0, RSS 1.0 or Atom, in files or at an address whose archives are followed.</summary>
    Feed,

    /// <summary>WordPress eXtended RSS 1.2, what WordPress writes under Tools, Export; one file or several.</summary>
    WordPress,

    /// <summary>The JSON that Ghost writes under Settings, Migration tools, Export.</summary>
    Ghost,

    /// <summary>Articles' pages as HTML files, in a folder and the folders in it.</summary>
    Pages,

    /// <summary>Lines as <c>POST /api/articles</c> takes them, and as Newswire's own export writes them.</summary>
    Ndjson,
}
