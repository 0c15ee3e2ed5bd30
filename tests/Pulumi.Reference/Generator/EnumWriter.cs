namespace Pulumi.Reference.Generator;

/// <summary>A string enum: a struct with one static property per value and an explicit conversion to its string.</summary>
internal static class EnumWriter
{
    public static void Write(SourceFile file, EnumShape type)
    {
        var name = CSharpNames.SimpleName(type.Class);
        file.Namespace(CSharpNames.NamespaceOf(type.Class));
        file.Line("[EnumType]").Line($"public readonly struct {name} : global::System.IEquatable<{name}>").Line("{");
        file.Line("private readonly string _value;");
        file.Line($"private {name}(string value) {{ _value = value ?? throw new global::System.ArgumentNullException(nameof(value)); }}");
        foreach (var (property, value) in type.Values)
        {
            file.Line($"public static {name} {property} {{ get; }} = new {name}({CSharpNames.Literal(value)});");
        }

        file.Line($$"""
            public static bool operator ==({{name}} left, {{name}} right) => left.Equals(right);
            public static bool operator !=({{name}} left, {{name}} right) => !left.Equals(right);
            public static explicit operator string({{name}} value) => value._value;
            [global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]
            public override bool Equals(object? obj) => obj is {{name}} other && Equals(other);
            public bool Equals({{name}} other) => string.Equals(_value, other._value, global::System.StringComparison.Ordinal);
            [global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]
            public override int GetHashCode() => _value?.GetHashCode() ?? 0;
            public override string ToString() => _value;
            }
            """);
    }
}
