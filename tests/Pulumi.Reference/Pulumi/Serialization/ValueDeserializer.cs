using System;
using System.Collections;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Reflection;
using System.Text.Json;

namespace Pulumi.Serialization;

/// <summary>Turns plain values (see <see cref="ValueSerializer"/>) into what outputs hold.</summary>
internal static class ValueDeserializer
{
    /// <exception cref="InvalidOperationException">The value does not fit the type.</exception>
    public static object? To(Type type, object? value)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return value is null ? null : To(underlying, value);
        }

        if (type == typeof(object))
        {
            return Untyped(value);
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
        {
            return ToList(type.GetGenericArguments()[0], value);
        }

        if (value is null)
        {
            return type.IsValueType ? Activator.CreateInstance(type) : null;
        }

        if (type.IsInstanceOfType(value))
        {
            return value;
        }

        if (type == typeof(int) || type == typeof(double))
        {
            return ((IConvertible)value).ToType(type, CultureInfo.InvariantCulture);
        }

        if (type == typeof(string) && value is int or double or bool)
        {
            return System.Convert.ToString(value, CultureInfo.InvariantCulture);
        }

        if (type == typeof(JsonElement))
        {
            return JsonSerializer.SerializeToElement(Untyped(value));
        }

        if (type.IsEnum)
        {
            return Enum.ToObject(type, System.Convert.ToInt32(value, CultureInfo.InvariantCulture));
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Union<,>))
        {
            return ToUnion(type, value);
        }

        if (type.IsGenericType && typeof(IDictionary).IsAssignableFrom(type) && value is ImmutableSortedDictionary<string, object?> map)
        {
            return ToMap(type, map);
        }

        if (type.GetCustomAttribute<EnumTypeAttribute>() is not null)
        {
            return Constructor(type).Invoke([value]);
        }

        if (type.GetCustomAttribute<OutputTypeAttribute>() is not null && value is ImmutableSortedDictionary<string, object?> members)
        {
            return ToOutputType(type, members);
        }

        throw new InvalidOperationException($"Expected {type.FullName} but got {value.GetType().FullName}.");
    }

    private static object? Untyped(object? value) => value switch
    {
        ImmutableArray<object?> list => list.Select(Untyped).ToImmutableArray(),
        ImmutableSortedDictionary<string, object?> map => map.ToImmutableDictionary(entry => entry.Key, entry => Untyped(entry.Value)),
        int number => (double)number,
        Trace => null,
        _ => value,
    };

    private static object ToList(Type itemType, object? value)
    {
        IEnumerable<object?> items = value switch
        {
            null => [],
            ImmutableArray<object?> list => list,
            _ => throw new InvalidOperationException($"Expected a list but got {value.GetType().FullName}."),
        };
        var array = Array.CreateInstance(itemType, items.Count());
        var index = 0;
        foreach (var item in items)
        {
            array.SetValue(To(itemType, item), index++);
        }

        var create = typeof(ImmutableArray).GetMethods()
            .First(method => method.Name is nameof(ImmutableArray.Create) && method.GetParameters() is [{ ParameterType.IsArray: true }]);
        return create.MakeGenericMethod(itemType).Invoke(null, [array])!;
    }

    private static object ToMap(Type type, ImmutableSortedDictionary<string, object?> map)
    {
        var valueType = type.GetGenericArguments()[1];
        var dictionary = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(typeof(string), valueType))!;
        foreach (var (key, value) in map)
        {
            dictionary[key] = To(valueType, value);
        }

        var create = typeof(ImmutableDictionary).GetMethods().First(method => method.Name is nameof(ImmutableDictionary.CreateRange)
            && method.GetParameters() is [{ ParameterType: { IsGenericType: true } parameter }]
            && parameter.GetGenericTypeDefinition() == typeof(IEnumerable<>));
        return create.MakeGenericMethod(typeof(string), valueType).Invoke(null, [dictionary])!;
    }

    private static object ToUnion(Type type, object value)
    {
        var failures = new List<Exception>();
        foreach (var (caseType, factory) in type.GetGenericArguments().Zip([nameof(Union<int, int>.FromT0), nameof(Union<int, int>.FromT1)]))
        {
            // A string reads as anything that prints, so the case must fit without conversion.
            if (caseType == typeof(string) && value is not string)
            {
                continue;
            }

            try
            {
                return type.GetMethod(factory)!.Invoke(null, [To(caseType, value)])!;
            }
            catch (Exception exception) when (exception is InvalidOperationException or InvalidCastException or FormatException)
            {
                failures.Add(exception);
            }
        }

        throw new InvalidOperationException($"{value.GetType().FullName} is no case of {type.FullName}.", new AggregateException(failures));
    }

    private static object ToOutputType(Type type, ImmutableSortedDictionary<string, object?> members)
    {
        var constructor = type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .FirstOrDefault(candidate => candidate.GetCustomAttribute<OutputConstructorAttribute>() is not null)
            ?? throw new InvalidOperationException($"{type.FullName} had no constructor marked with [OutputConstructor].");
        return constructor.Invoke([.. constructor.GetParameters().Select(parameter => To(
            parameter.ParameterType,
            members.GetValueOrDefault(parameter.GetCustomAttribute<OutputConstructorParameterAttribute>()?.Name ?? parameter.Name!)))]);
    }

    private static ConstructorInfo Constructor(Type type) => type
        .GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
        .First(constructor => constructor.GetParameters().Length == 1);
}
