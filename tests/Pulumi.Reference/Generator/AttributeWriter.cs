namespace Pulumi.Reference.Generator;

/// <summary>The attribute that carries a resource class's token: internal to each provider, as in the real assemblies.</summary>
internal static class AttributeWriter
{
    public static void Write(SourceFile file, Surface surface)
    {
        file.Namespace(surface.Package);
        file.Line($$"""
            internal static class Utilities
            {
                public const string Version = {{CSharpNames.Literal(ThreePart(surface.Version))}};

                public static CustomResourceOptions Options(CustomResourceOptions? options, Input<string>? id)
                {
                    var merged = CustomResourceOptions.Merge(null, options);
                    merged.Id = id ?? merged.Id;
                    return merged;
                }
            }
            internal sealed class {{surface.ShortName}}ResourceTypeAttribute : global::Pulumi.ResourceTypeAttribute
            {
                public {{surface.ShortName}}ResourceTypeAttribute(string type) : base(type, Utilities.Version) { }
            }
            """);
    }

    /// <summary>The data gives the assembly's version, which has a fourth part; the attribute has the package's.</summary>
    private static string ThreePart(string version) => version.Split('.') is [var major, var minor, var patch, ..] ? $"{major}.{minor}.{patch}" : version;
}
