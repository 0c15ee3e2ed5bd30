using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.Json;
using Xunit;

namespace Pulumi.Reference.Tests.Surface;

/// <summary>The surface data and the assemblies made from it.</summary>
internal static class Surfaces
{
    private static readonly string Directory = Path.Combine(AppContext.BaseDirectory, "surface");

    public static IEnumerable<string> Names =>
        System.IO.Directory.EnumerateFiles(Directory, "*.json").Select(Path.GetFileNameWithoutExtension).OfType<string>().Order(StringComparer.Ordinal);

    public static TheoryData<string> Packages => [.. Names];

    public static JsonElement Read(string package)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Directory, package + ".json")));
        return document.RootElement.Clone();
    }

    public static Assembly Load(string package) => Assembly.Load(new AssemblyName(package));

    public static Type Class(string package, string name) => Load(package).GetType(name.Replace("~", package + ".", StringComparison.Ordinal), throwOnError: true)!;

    /// <summary>A type as the data writes it, with <c>~</c> for the package and C#'s keywords for its own types.</summary>
    public static string Written(Type type, string package)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Written(underlying, package) + "?";
        }

        if (type.IsArray)
        {
            return Written(type.GetElementType()!, package) + "[]";
        }

        var name = type switch
        {
            _ when type == typeof(string) => "string",
            _ when type == typeof(int) => "int",
            _ when type == typeof(double) => "double",
            _ when type == typeof(bool) => "bool",
            _ when type == typeof(object) => "object",
            { IsGenericType: true } => type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)],
            _ => type.FullName!.StartsWith(package + ".", StringComparison.Ordinal) ? "~" + type.FullName[(package.Length + 1)..] : type.FullName,
        };
        return type.IsGenericType ? $"{name}<{string.Join(',', type.GetGenericArguments().Select(argument => Written(argument, package)))}>" : name;
    }
}
