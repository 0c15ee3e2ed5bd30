using System;
using System.Linq;

namespace Pulumi.Reference.Generator;

/// <summary>The provider's <c>Config</c> class: its settings in the stack's configuration, read on demand and settable by the program.</summary>
/// <remarks>Settings of nested types are left out: the surface data has no types for them.</remarks>
internal static class ConfigWriter
{
    public static void Write(SourceFile file, Surface surface)
    {
        var provider = surface.Resources.First(resource => resource.IsProvider);
        var package = provider.Token[(provider.Token.LastIndexOf(':') + 1)..];
        file.Namespace(surface.Package);
        file.Line("public static class Config").Line("{");
        file.Line("private sealed class __Value<T>");
        file.Line("{");
        file.Line("private readonly global::System.Func<T> getter;");
        file.Line("private readonly global::System.Threading.AsyncLocal<global::System.Runtime.CompilerServices.StrongBox<T>?> assigned = new();");
        file.Line("public __Value(global::System.Func<T> getter) { this.getter = getter; }");
        file.Line("public T Get() => assigned.Value is { } box ? box.Value! : getter();");
        file.Line("public void Set(T value) => assigned.Value = new(value);");
        file.Line("}");
        foreach (var input in provider.Inputs.Concat(surface.Settings).OrderBy(input => input.Property, StringComparer.Ordinal))
        {
            var (type, getter) = input.Type switch
            {
                "Input<string>" => ("string?", "Get"),
                "Input<bool>" => ("bool?", "GetBoolean"),
                "Input<int>" => ("int?", "GetInt32"),
                "Input<double>" => ("double?", "GetDouble"),
                "InputList<string>" => ("ImmutableArray<string>", "GetObject<ImmutableArray<string>>"),
                _ => (null, null),
            };
            if (type is null)
            {
                continue;
            }

            file.Line(
                $"private static readonly __Value<{type}> _{input.Name} = new(() => "
                + $"new global::Pulumi.Config({CSharpNames.Literal(package)}).{getter}({CSharpNames.Literal(input.Name)}));");
            file.Line($"public static {type} {input.Property} {{ get => _{input.Name}.Get(); set => _{input.Name}.Set(value); }}");
        }

        file.Line("}");
    }
}
