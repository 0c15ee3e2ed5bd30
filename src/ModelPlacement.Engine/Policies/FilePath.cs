using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace ModelPlacement.Engine.Policies;

/// <summary>Paths between policy files. Only their text is looked at, and only the files given are found: no file is opened or asked for.</summary>
internal static class FilePath
{
    /// <summary>The file that an entry of <c>extends</c> means, among those given; null where it is not among them.</summary>
    public static PolicyFile? Resolve(ImmutableArray<PolicyFile> files, PolicyFile from, ExtendsEntry entry)
    {
        var folder = Normalize(from.Path);
        folder = folder.Substring(0, folder.LastIndexOf("/", StringComparison.Ordinal) + 1);
        var wanted = IsRooted(entry.Text) ? Normalize(entry.Text) : Normalize(folder + entry.Text);
        return files.FirstOrDefault(file => string.Equals(Normalize(file.Path), wanted, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>With forward slashes and without <c>.</c> and <c>..</c>.</summary>
    public static string Normalize(string path)
    {
        var parts = new List<string>();
        foreach (var part in path.Replace('\\', '/').Split('/'))
        {
            if (part is "..")
            {
                if (parts.Count > 0 && parts[parts.Count - 1] is not ("" or ".."))
                    parts.RemoveAt(parts.Count - 1);
                else
                    parts.Add(part);
            }
            else if (part is not "." && (part.Length > 0 || parts.Count == 0))
            {
                parts.Add(part);
            }
        }

        return string.Join("/", parts);
    }

    private static bool IsRooted(string path) => path[0] is '/' or '\\' || (path.Length > 1 && path[1] == ':');
}
