using System.Linq;

namespace Pulumi.Reference.Generator;

/// <summary>An output type: read-only fields, filled by a private constructor that the deserializer finds by its attribute.</summary>
internal static class OutputTypeWriter
{
    public static void Write(SourceFile file, OutputTypeShape type)
    {
        var name = CSharpNames.SimpleName(type.Class);
        file.Namespace(CSharpNames.NamespaceOf(type.Class));
        file.Line("[OutputType]").Line($"public sealed class {name}").Line("{");
        foreach (var field in type.Fields)
        {
            file.Line($"public readonly {CSharpNames.Rooted(field.Type)} {field.Name};");
        }

        var parameters = string.Join(", ", type.Fields.Select(field => $"{CSharpNames.Rooted(field.Type)} {Parameter(field)}"));
        file.Line("[OutputConstructor]").Line($"private {name}({parameters})").Line("{");
        foreach (var field in type.Fields)
        {
            file.Line($"this.{field.Name} = {Parameter(field)};");
        }

        file.Line("}").Line("}");
    }

    private static string Parameter(Field field) => CSharpNames.Parameter(field.Name);
}
