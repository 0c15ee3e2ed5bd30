using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using ModelPlacement.Engine.StackProgram.Evaluation;

namespace ModelPlacement.Engine.StackProgram.Library;

/// <summary>What a program asks of its own enums by reflection: the members of a name, and the attributes that they carry.</summary>
internal static class Attributes
{
    private const string Extensions = "System.Reflection.CustomAttributeExtensions";

    // Attributes that keep what they are given in properties of the same names, and null in the others.
    private static readonly string[] Plain = ["System.ComponentModel.DescriptionAttribute", "System.ComponentModel.DataAnnotations.DisplayAttribute", "System.Runtime.Serialization.EnumMemberAttribute", "System.Text.Json.Serialization.JsonStringEnumMemberNameAttribute"];

    public static readonly (string Type, string Names, LibraryMethod Method)[] Table =
    [
        ("System.Type", "GetField", static (interpreter, call) => call is { Receiver: TypeValue { Type: INamedTypeSymbol { TypeKind: TypeKind.Enum } type }, Arguments: [Constant { Raw: string and not "value__" and var name }] } ? (Value?)Member(type, name) ?? new Constant(null, interpreter.OriginOf(call.Operation)) : null),
        ("System.Type", "GetMember", static (interpreter, call) => call is { Receiver: TypeValue { Type: INamedTypeSymbol { TypeKind: TypeKind.Enum } type }, Arguments: [Constant { Raw: string name }] } && Member(type, name) is { } member
            ? interpreter.NewList([member], call.Method.ReturnType, interpreter.OriginOf(call.Operation))
            : null),
        (Extensions, "GetCustomAttribute", static (interpreter, call) => Carried(interpreter, call.OnFirst()) is { Count: < 2 } carried ? carried.FirstOrDefault() ?? new Constant(null, interpreter.OriginOf(call.Operation)) : null),
        (Extensions, "GetCustomAttributes", static (interpreter, call) => All(interpreter, call, call.OnFirst())),
        ("System.Reflection.MemberInfo", "GetCustomAttributes", static (interpreter, call) => All(interpreter, call, call)),
        ("System.Reflection.FieldInfo", "GetCustomAttributes", static (interpreter, call) => All(interpreter, call, call)),
    ];

    private static MemberValue? Member(INamedTypeSymbol type, string name) => type.GetMembers(name).OfType<IFieldSymbol>().FirstOrDefault(static field => field.HasConstantValue) is { } field ? new MemberValue(field) : null;

    private static Value? All(Interpreter interpreter, Call call, Call asked) => Carried(interpreter, asked) is { } carried ? interpreter.NewList(carried, call.Method.ReturnType, interpreter.OriginOf(call.Operation)) : null;

    // The attributes of exactly the class that is asked for; null where a class that derives from it may be one, too, or where one is not known whole.
    private static List<Value>? Carried(Interpreter interpreter, Call call)
    {
        var asked = call.Method.TypeArguments.Length == 1 ? interpreter.TypeArgument(call.Method, 0) : (call.Arguments.FirstOrDefault() as TypeValue)?.Type;
        if (call.Receiver is not MemberValue { Field: var field } || asked is null)
            return null;
        var carried = field.GetAttributes().Where(attribute => IsOf(attribute.AttributeClass, asked)).Select(attribute => Create(interpreter, call, attribute, asked)).ToList();
        return carried.Exists(static attribute => attribute is null) ? null : carried.OfType<Value>().ToList();
    }

    private static bool IsOf(ITypeSymbol? type, ITypeSymbol asked) => type is not null && (SymbolEqualityComparer.Default.Equals(type, asked) || IsOf(type.BaseType, asked));

    private static Value? Create(Interpreter interpreter, Call call, AttributeData attribute, ITypeSymbol asked)
    {
        var given = attribute.ConstructorArguments.Concat(attribute.NamedArguments.Select(static argument => argument.Value));
        if (!SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, asked) || attribute is not { AttributeClass: { } type, AttributeConstructor: { } constructor } || given.Any(static argument => argument.Kind is not (TypedConstantKind.Primitive or TypedConstantKind.Enum)))
            return null;
        var arguments = attribute.ConstructorArguments.Select(ValueOf).ToImmutableArray();
        if (interpreter.IsWrittenHere(type))
        {
            var created = interpreter.Create(type, constructor, arguments, call.Operation);
            foreach (var named in attribute.NamedArguments)
            {
                if (created is not ObjectReference reference || type.GetMembers(named.Key).OfType<IPropertySymbol>().FirstOrDefault() is not { } property)
                    return null;
                interpreter.SetProperty(reference, property, ValueOf(named.Value), call.Operation);
            }

            return created;
        }

        if (!Plain.Contains(type.ToDisplayString(), StringComparer.Ordinal))
            return null;
        var fields = ImmutableDictionary.CreateBuilder<ISymbol, Value>(SymbolEqualityComparer.Default);
        foreach (var property in type.GetMembers().OfType<IPropertySymbol>().Where(static property => property.Type.SpecialType == SpecialType.System_String))
        {
            var parameter = constructor.Parameters.FirstOrDefault(parameter => string.Equals(parameter.Name, property.Name, StringComparison.OrdinalIgnoreCase));
            var named = attribute.NamedArguments.Where(argument => argument.Key == property.Name).Select(static argument => ValueOf(argument.Value)).FirstOrDefault();
            fields[property] = named ?? (parameter is null ? Constant.Null : arguments[parameter.Ordinal]);
        }

        return interpreter.NewObject(new ObjectState { Type = type, Fields = fields.ToImmutable() }, interpreter.OriginOf(call.Operation));
    }

    private static Value ValueOf(TypedConstant constant) => new Constant(constant.Value) { EnumType = Interpreter.AsEnum(constant.Type) };
}
