using System;
using System.Collections.Generic;
using System.Linq;

namespace Pulumi.Reference.Generator;

/// <summary>An args class. Lists, maps and secrets keep their attribute on a private field, everything else on the property.</summary>
internal static class InputTypeWriter
{
    public static void Write(SourceFile file, Surface surface, string type, IEnumerable<Member> members, string baseClass)
    {
        var name = CSharpNames.SimpleName(type);
        file.Namespace(CSharpNames.NamespaceOf(type));
        file.Line($"public {(IsSealed(surface, name) ? "sealed " : "")}class {name} : global::Pulumi.{baseClass}").Line("{");
        foreach (var member in members)
        {
            if (member.HasField)
            {
                WriteFieldAndProperty(file, member);
            }
            else
            {
                WriteProperty(file, surface, member);
            }
        }

        file.Line($"public {name}() {{ }}").Line($"public static new {name} Empty => new {name}();").Line("}");
    }

    /// <summary>Kubernetes leaves its args classes open, but for its provider's.</summary>
    private static bool IsSealed(Surface surface, string name) =>
        !string.Equals(surface.Package, "Pulumi.Kubernetes", StringComparison.Ordinal) || string.Equals(name, "ProviderArgs", StringComparison.Ordinal);

    private static void WriteProperty(SourceFile file, Surface surface, Member member)
    {
        var type = CSharpNames.Rooted(member.Type);
        var mark = member.IsRequired || member.Type.EndsWith('?') ? "" : "?";
        var initializer = member.IsRequired && !IsValueType(surface, member.Type) ? " = null!;" : "";
        file.Line(Attribute(member)).Line($"public {type}{mark} {member.Property} {{ get; set; }}{initializer}");
    }

    private static void WriteFieldAndProperty(SourceFile file, Member member)
    {
        var type = CSharpNames.Rooted(member.Type);
        var field = "_" + member.Name;
        if (string.Equals(field, member.Property, StringComparison.Ordinal))
        {
            // Databricks has properties that begin with underscores themselves.
            field = "_" + field;
        }

        file.Line(Attribute(member)).Line($"private {type}? {field};");
        if (member.Type.StartsWith("Input<", StringComparison.Ordinal))
        {
            // A secret: whatever is set becomes one. The getter's nullability follows the schema.
            var property = member.IsRequired ? type : type + "?";
            file.Line(
                $"public {property} {member.Property} {{ get => {field}{(member.IsRequired ? "!" : "")}; "
                + $"set => {field} = value is null ? null : Output.CreateSecret(value.ToOutput()); }}");
            return;
        }

        file.Line($"public {type} {member.Property} {{ get => {field} ?? ({field} = new {type}()); set => {field} = value; }}");
    }

    private static string Attribute(Member member) =>
        $"[Input({CSharpNames.Literal(member.Name)}{(member.IsRequired ? ", required: true" : "")}{(member.IsJson ? ", json: true" : "")})]";

    private static bool IsValueType(Surface surface, string type) =>
        type is "bool" or "int" or "double"
        || type.EndsWith('?')
        || surface.Enums.Any(candidate => string.Equals(candidate.Class, type, StringComparison.Ordinal));
}
