using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Pulumi;

/// <summary>A bag of inputs, found through <see cref="InputAttribute"/> on properties and on private fields.</summary>
public abstract class InputArgs
{
    // Weak, so that the types of a program that was loaded to be run once can go again.
    private static readonly ConditionalWeakTable<Type, InputMember[]> MembersByType = [];

    protected InputArgs()
    {
    }

    /// <summary>The inputs that were given, by schema name.</summary>
    /// <exception cref="ArgumentNullException">A required input has no value.</exception>
    internal virtual ImmutableDictionary<string, object?> ToDictionary()
    {
        var inputs = ImmutableDictionary.CreateBuilder<string, object?>(StringComparer.Ordinal);
        foreach (var member in MembersByType.GetValue(GetType(), Members))
        {
            var value = member.Get(this);
            if (value is null && member.Attribute.IsRequired)
            {
                throw new ArgumentNullException(member.Attribute.Name, $"[Input] {GetType().FullName}.{member.Name} is required but was not given a value");
            }

            inputs[member.Attribute.Name] = value;
        }

        return inputs.ToImmutable();
    }

    private static InputMember[] Members(Type type)
    {
        const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

        var members = new List<InputMember>();
        for (var current = type; current is not null && current != typeof(InputArgs); current = current.BaseType)
        {
            members.AddRange(
                from field in current.GetFields(Declared)
                let attribute = field.GetCustomAttribute<InputAttribute>()
                where attribute is not null
                select new InputMember(attribute, field.Name, field.GetValue));
            members.AddRange(
                from property in current.GetProperties(Declared)
                let attribute = property.GetCustomAttribute<InputAttribute>()
                where attribute is not null
                select new InputMember(attribute, property.Name, property.GetValue));
        }

        return [.. members];
    }

    private sealed record InputMember(InputAttribute Attribute, string Name, Func<object, object?> Get);
}

/// <summary>The inputs of a resource.</summary>
public abstract class ResourceArgs : InputArgs
{
    public static readonly ResourceArgs Empty = new EmptyResourceArgs();

    protected ResourceArgs()
    {
    }

    private sealed class EmptyResourceArgs : ResourceArgs;
}

/// <summary>The inputs of a resource whose names are known only at run time.</summary>
public sealed class DictionaryResourceArgs : ResourceArgs
{
    private readonly ImmutableDictionary<string, object?> dictionary;

    public DictionaryResourceArgs(ImmutableDictionary<string, object?> dictionary) => this.dictionary = dictionary;

    internal override ImmutableDictionary<string, object?> ToDictionary() => dictionary;
}

/// <summary>The inputs of a data source.</summary>
public abstract class InvokeArgs : InputArgs
{
    public static readonly InvokeArgs Empty = new EmptyInvokeArgs();

    protected InvokeArgs()
    {
    }

    private sealed class EmptyInvokeArgs : InvokeArgs;
}

/// <summary>The inputs of a data source whose names are known only at run time.</summary>
public sealed class DictionaryInvokeArgs : InvokeArgs
{
    private readonly ImmutableDictionary<string, object?> dictionary;

    public DictionaryInvokeArgs(ImmutableDictionary<string, object?> dictionary) => this.dictionary = dictionary;

    internal override ImmutableDictionary<string, object?> ToDictionary() => dictionary;
}

/// <summary>The inputs of a resource's method.</summary>
public abstract class CallArgs : InputArgs
{
    public static readonly CallArgs Empty = new EmptyCallArgs();

    protected CallArgs()
    {
    }

    private sealed class EmptyCallArgs : CallArgs;
}
