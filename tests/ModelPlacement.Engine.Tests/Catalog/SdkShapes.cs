using System;
using System.Collections.Generic;

namespace ModelPlacement.Engine.Tests.Catalog;

/// <summary>The inputs listed in <c>sdk-shapes.txt</c>, by token: of types that no reference SDK carries.</summary>
internal static class SdkShapes
{
    private static readonly Lazy<Dictionary<string, HashSet<string>>> LazyAll = new(Read);

    public static Dictionary<string, HashSet<string>> All => LazyAll.Value;

    private static Dictionary<string, HashSet<string>> Read()
    {
        var all = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        HashSet<string>? inputs = null;
        foreach (var line in Repository.TextOf("tests", "ModelPlacement.Engine.Tests", "Catalog", "sdk-shapes.txt").Split('\n'))
        {
            if (line.Length == 0 || line[0] is '#')
                continue;
            if (line[0] is ' ')
                inputs!.Add(line.TrimStart(' ', '+'));
            else
                all[line] = inputs = new HashSet<string>(StringComparer.Ordinal);
        }

        return all;
    }
}
