using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;

namespace ModelPlacement.Engine.StackProgram.Library;

/// <summary>How names are written in data: those of properties, and those of enum members where they are written by name.</summary>
/// <param name="Policy">The naming policy of properties, as <c>JsonNamingPolicy</c> calls it, or null where they are written as they are. A name that an attribute gives is written as it is.</param>
/// <param name="IgnoresCase">Whether property names are read in whatever case.</param>
/// <param name="IsText">Whether numbers and conditions may be written as text.</param>
/// <param name="Enums">How members of an enum are written where nothing is said of it; null where they are written as numbers.</param>
internal sealed record JsonNames(string? Policy, bool IgnoresCase, bool IsText, JsonEnums? Enums)
{
    /// <summary>As they are in the program.</summary>
    public static readonly JsonNames Default = new(null, false, false, null);

    /// <summary>The names of the policies, each with what it puts between words.</summary>
    private static readonly Dictionary<string, (string Separator, bool IsLower)> Separators = new(StringComparer.Ordinal)
    {
        ["SnakeCaseLower"] = ("_", true),
        ["SnakeCaseUpper"] = ("_", false),
        ["KebabCaseLower"] = ("-", true),
        ["KebabCaseUpper"] = ("-", false),
    };

    /// <summary>Whether a policy is known here.</summary>
    public static bool IsKnown(string policy) => policy is "CamelCase" || Separators.ContainsKey(policy);

    /// <summary>A name as a policy writes it.</summary>
    public static string Write(string name, string? policy) => policy is null ? name
        : Separators.TryGetValue(policy, out var separator) ? Separated(name, separator.Separator, separator.IsLower)
        : CamelCase(name);

    /// <summary>The name of a property in data.</summary>
    public string Write(ISymbol property) => Given(property, "JsonPropertyNameAttribute") ?? Write(property.Name, Policy);

    /// <summary>Whether a name is that of a property.</summary>
    public bool Match(IPropertySymbol property, string name) => string.Equals(Write(property), name, IgnoresCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);

    /// <summary>The same for what a property holds.</summary>
    public JsonNames For(ISymbol property) => JsonEnums.Of(property) is { } own ? this with { Enums = own } : this;

    /// <summary>The name that an attribute gives, or null where there is none.</summary>
    public static string? Given(ISymbol member, string attributeClass) =>
        member.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass?.Name == attributeClass) is { ConstructorArguments: [{ Value: string name }] } ? name : null;

    // The capitals that it begins with, but for the one that begins the next word.
    private static string CamelCase(string name)
    {
        var written = new StringBuilder(name);
        for (var index = 0; index < name.Length && char.IsUpper(name[index]); index++)
        {
            if (index > 0 && index + 1 < name.Length && !char.IsUpper(name[index + 1]))
                break;
            written[index] = char.ToLowerInvariant(name[index]);
        }

        return written.ToString();
    }

    // A capital after a small letter or digit begins a word; so does the last of several capitals before a small letter.
    private static string Separated(string name, string separator, bool isLower)
    {
        var written = new StringBuilder();
        for (var index = 0; index < name.Length; index++)
        {
            var before = index > 0 ? name[index - 1] : '_';
            if (char.IsUpper(name[index]) && (char.IsLower(before) || char.IsDigit(before) || (char.IsUpper(before) && index + 1 < name.Length && char.IsLower(name[index + 1]))))
                written.Append(separator);
            written.Append(isLower ? char.ToLowerInvariant(name[index]) : char.ToUpperInvariant(name[index]));
        }

        return written.ToString();
    }
}

/// <summary>Members of an enum written by name, as <c>JsonStringEnumConverter</c> does.</summary>
/// <param name="Policy">The naming policy, or null where they are written as they are.</param>
internal sealed record JsonEnums(string? Policy)
{
    private const string Converter = "JsonStringEnumConverter";

    /// <summary>How the attributes of an enum, or of a property that holds one, say that members are written; null where they do not say that it is by name.</summary>
    public static JsonEnums? Of(ISymbol symbol) =>
        symbol.GetAttributes().Any(IsNamed) ? new JsonEnums(Policy: null) : null;

    /// <summary>Whether an attribute says that members are written by name.</summary>
    public static bool IsNamed(AttributeData attribute) => attribute is { AttributeClass.Name: "JsonConverterAttribute", ConstructorArguments: [{ Value: INamedTypeSymbol converter }] } && IsConverter(converter);

    /// <summary>Whether a type is the converter itself, not one that derives from it.</summary>
    public static bool IsConverter(ITypeSymbol type) => type is { Name: Converter, ContainingNamespace: { Name: "Serialization", ContainingNamespace: { Name: "Json", ContainingNamespace.Name: "Text" } } };

    /// <summary>The name of a member, or null where several have the value, or none.</summary>
    public string? Write(ITypeSymbol type, object value) => Members(type).Where(member => Equals(member.ConstantValue, value)).Take(2).ToList() is [var only] ? Write(only) : null;

    /// <summary>The value of the member that a name is of, or null where that is not known.</summary>
    public object? Read(ITypeSymbol type, string name)
    {
        var members = Members(type).ToList();
        return members.Where(member => string.Equals(Write(member), name, StringComparison.OrdinalIgnoreCase)).Take(2).ToList() is [var only] && (Policy is null || Write(only) == name)
            && members.TrueForAll(member => ReferenceEquals(member, only) || !string.Equals(member.Name, name, StringComparison.OrdinalIgnoreCase))
            ? only.ConstantValue
            : null;
    }

    private string Write(IFieldSymbol member) => JsonNames.Given(member, "JsonStringEnumMemberNameAttribute") ?? JsonNames.Write(member.Name, Policy);

    private static IEnumerable<IFieldSymbol> Members(ITypeSymbol type) => type.GetMembers().OfType<IFieldSymbol>().Where(static member => member.HasConstantValue);
}
