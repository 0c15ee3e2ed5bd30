using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace ModelPlacement.Engine.Documents;

/// <summary>The YAML files of this project that ship inside the assembly, packed when it was built (<see cref="PackedDocument"/>).</summary>
internal static class BuiltInData
{
    private const string Extension = ".yaml";

    /// <summary>The names of the files of a folder, without it and without their ending.</summary>
    public static IEnumerable<string> Names(string folder) => typeof(BuiltInData).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(folder + "/", StringComparison.Ordinal) && name.EndsWith(Extension, StringComparison.Ordinal))
        .Select(name => name.Substring(folder.Length + 1, name.Length - folder.Length - 1 - Extension.Length));

    /// <summary>What a file says: <c>Catalog</c>, <c>aws</c>.</summary>
    /// <exception cref="InvalidOperationException">There is no such file.</exception>
    public static Document Read(string folder, string name)
    {
        var path = folder + "/" + name + Extension;
        using var stream = typeof(BuiltInData).Assembly.GetManifestResourceStream(path) ?? throw new InvalidOperationException("The assembly has no data file '" + path + "'.");
        return new Document(new DocumentFile(path, ""), PackedDocument.Read(path, stream), IsCutShort: false, ImmutableArray<DocumentError>.Empty);
    }
}
