using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace ModelPlacement.Engine.StackProgram.Library;

/// <summary>
/// Which string each member of the SDKs' string enums stands for (<c>ServiceSpecType.LoadBalancer</c>): it is set in a static constructor, which metadata does not show. One file per
/// SDK, from the SDK's own assembly: a type's name after that of the package, then its members, each with its string. Read when a program first uses an enum of that SDK.
/// </summary>
internal static class StringEnums
{
    private const string Folder = "StringEnums/";

    private static readonly ConcurrentDictionary<string, Dictionary<string, string>> Files = new(StringComparer.Ordinal);

    /// <summary>The string of a member of a string enum; null for one that is not known.</summary>
    public static string? ValueOf(IPropertySymbol member)
    {
        var package = member.ContainingAssembly.Name;
        var type = member.ContainingType.ToDisplayString();
        return type.StartsWith(package + ".", StringComparison.Ordinal) && Files.GetOrAdd(package, Read).TryGetValue(type.Substring(package.Length + 1) + "." + member.Name, out var value)
            ? value
            : null;
    }

    private static Dictionary<string, string> Read(string package)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        using var file = typeof(StringEnums).GetTypeInfo().Assembly.GetManifestResourceStream(Folder + package + ".txt");
        if (file is null)
            return values;
        using var lines = new StreamReader(file);
        var type = "";
        while (lines.ReadLine() is { } line)
        {
            if (line[0] != ' ')
            {
                type = line;
                continue;
            }

            var end = line.IndexOf(' ', 1);
            values.Add(type + "." + line.Substring(1, end - 1), line.Substring(end + 1));
        }

        return values;
    }
}
