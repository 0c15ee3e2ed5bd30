using System;
using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using System.Threading.Tasks;

namespace Pulumi.Serialization;

/// <summary>
/// Turns inputs into plain values: null, <see cref="bool"/>, <see cref="int"/>, <see cref="double"/>, <see cref="string"/>, lists
/// (<c>ImmutableArray&lt;object?&gt;</c>), maps (<c>ImmutableSortedDictionary&lt;string, object?&gt;</c>), resources, assets, and a
/// <see cref="Trace"/> for what is unknown. Remembers on the way what it depended on and whether it was secret.
/// </summary>
internal sealed class ValueSerializer
{
    private bool isSecret;

    public ImmutableHashSet<Resource> Resources { get; private set; } = ImmutableHashSet<Resource>.Empty;

    public bool IsSecret => isSecret;

    /// <summary>The inputs of <see cref="SerializeInputsAsync"/> that are or contain a secret.</summary>
    public ImmutableSortedSet<string> SecretInputs { get; private set; } = ImmutableSortedSet<string>.Empty;

    /// <summary>Named inputs; those that come to null are left out, as the engine never sees them.</summary>
    public async Task<ImmutableSortedDictionary<string, object?>> SerializeInputsAsync(string context, ImmutableDictionary<string, object?> inputs)
    {
        var values = ImmutableSortedDictionary.CreateBuilder<string, object?>(StringComparer.Ordinal);
        var anySecret = false;
        foreach (var (name, input) in inputs)
        {
            isSecret = false;
            if (await SerializeAsync($"{context}.{name}", input).ConfigureAwait(false) is { } value)
            {
                values[name] = value;
            }

            if (isSecret)
            {
                SecretInputs = SecretInputs.Add(name);
                anySecret = true;
            }
        }

        isSecret = anySecret;
        return values.ToImmutable();
    }

    /// <exception cref="InvalidOperationException">The value is of a type that Pulumi has no wire format for.</exception>
    public async Task<object?> SerializeAsync(string context, object? value)
    {
        switch (value)
        {
            case null or string or bool or int or double or AssetOrArchive:
                return value;
            case IInput input:
                return await SerializePartsAsync(context, input.Parts).ConfigureAwait(false);
            case IOutput output:
                return await SerializeOutputAsync(context, output).ConfigureAwait(false);
            case Resource resource:
                Resources = Resources.Add(resource);
                return resource;
            case IUnion union:
                return await SerializeAsync(context, union.Value).ConfigureAwait(false);
            case JsonElement element:
                return OfJson(element);
            case InputArgs args:
                return await SerializeDictionaryAsync(context, args.ToDictionary()).ConfigureAwait(false);
            case Trace:
                return value;
            case Task:
                throw new InvalidOperationException($"Tasks are not allowed inside ResourceArgs. Please wrap your Task in an Output:\n\t{context}");
            case ValueTuple:
                return null;
            case IDictionary dictionary:
                return await SerializeDictionaryAsync(context, dictionary).ConfigureAwait(false);
            case IList list:
                return await SerializeListAsync(context, list).ConfigureAwait(false);
            default:
                return EnumValue(value) ?? throw new InvalidOperationException($"{value.GetType().FullName} is not a supported argument type.\n\t{context}");
        }
    }

    private Task<object?> SerializePartsAsync(string context, object parts) => parts switch
    {
        ListParts list => SerializeListPartsAsync(context, list),
        MapParts map => SerializeMapPartsAsync(context, map),
        _ => SerializeAsync(context, parts),
    };

    private async Task<object?> SerializeOutputAsync(string context, IOutput output)
    {
        var data = await output.GetDataAsync().ConfigureAwait(false);
        isSecret |= data.IsSecret;
        Resources = Resources.Union(data.Resources);
        return (data.IsKnown, data.Trace) switch
        {
            (true, _) => await SerializeAsync(context, data.Value).ConfigureAwait(false),
            (_, Trace.Items items) => await SerializeItemsAsync(context, items).ConfigureAwait(false),
            _ => data.Trace,
        };
    }

    private async Task<object?> SerializeItemsAsync(string context, Trace.Items items)
    {
        var values = ImmutableArray.CreateBuilder<object?>(items.Values.Length);
        foreach (var item in items.Values)
        {
            values.Add(item.IsKnown ? await SerializeAsync(context, item.Value).ConfigureAwait(false) : item.Trace);
        }

        return values.MoveToImmutable();
    }

    private async Task<object?> SerializeListPartsAsync(string context, ListParts list)
    {
        var values = ImmutableArray.CreateBuilder<object?>();
        foreach (var part in list.Parts)
        {
            var value = await SerializeAsync($"{context}[{values.Count}]", part).ConfigureAwait(false);
            if (part is not IOutput)
            {
                values.Add(value);
            }
            else if (value is ImmutableArray<object?> run)
            {
                values.AddRange(run);
            }
            else if (value is Trace trace)
            {
                return list.Parts.Length == 1 ? trace : new Trace.Reason("list with an unknown number of items: " + trace.Describe());
            }
        }

        return values.ToImmutable();
    }

    private async Task<object?> SerializeMapPartsAsync(string context, MapParts map)
    {
        var values = ImmutableSortedDictionary.CreateBuilder<string, object?>(StringComparer.Ordinal);
        foreach (var (key, part) in map.Parts)
        {
            var value = await SerializeAsync($"{context}.{key}", part).ConfigureAwait(false);
            if (key is not null)
            {
                Set(values, key, value);
            }
            else if (value is ImmutableSortedDictionary<string, object?> whole)
            {
                foreach (var (name, item) in whole)
                {
                    Set(values, name, item);
                }
            }
            else if (value is Trace trace)
            {
                return map.Parts.Length == 1 ? trace : new Trace.Reason("map with unknown keys: " + trace.Describe());
            }
        }

        return values.ToImmutable();
    }

    private async Task<object?> SerializeDictionaryAsync(string context, IDictionary dictionary)
    {
        var values = ImmutableSortedDictionary.CreateBuilder<string, object?>(StringComparer.Ordinal);
        foreach (var key in dictionary.Keys)
        {
            var name = key as string
                ?? throw new InvalidOperationException($"Dictionaries are only supported with string keys:\n\t{context}");
            Set(values, name, await SerializeAsync($"{context}.{name}", dictionary[key]).ConfigureAwait(false));
        }

        return values.ToImmutable();
    }

    private async Task<object?> SerializeListAsync(string context, IList items)
    {
        // A default immutable array, which some outputs have, cannot be enumerated.
        if (items.GetType() is { IsValueType: true } type && type.GetProperty("IsDefault")?.GetValue(items) is true)
        {
            return null;
        }

        var values = ImmutableArray.CreateBuilder<object?>();
        foreach (var item in items)
        {
            values.Add(await SerializeAsync($"{context}[{values.Count}]", item).ConfigureAwait(false));
        }

        return values.ToImmutable();
    }

    /// <summary>Like JSON in JavaScript, a map drops what is null.</summary>
    private static void Set(ImmutableSortedDictionary<string, object?>.Builder values, string key, object? value)
    {
        if (value is not null)
        {
            values[key] = value;
        }
    }

    private static object? OfJson(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var map = ImmutableSortedDictionary.CreateBuilder<string, object?>(StringComparer.Ordinal);
                foreach (var property in element.EnumerateObject())
                {
                    Set(map, property.Name, OfJson(property.Value));
                }

                return map.ToImmutable();
            case JsonValueKind.Array:
                var list = ImmutableArray.CreateBuilder<object?>(element.GetArrayLength());
                foreach (var item in element.EnumerateArray())
                {
                    list.Add(OfJson(item));
                }

                return list.MoveToImmutable();
            case JsonValueKind.String:
                return element.GetString();
            case JsonValueKind.Number:
                return element.TryGetInt32(out var number) ? number : element.GetDouble();
            case JsonValueKind.True or JsonValueKind.False:
                return element.GetBoolean();
            default:
                return null;
        }
    }

    /// <summary>A C# enum is its number, a struct that stands for one converts to its string or number.</summary>
    private static object? EnumValue(object value)
    {
        var type = value.GetType();
        if (type.IsEnum)
        {
            return System.Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture);
        }

        if (type.GetCustomAttribute<EnumTypeAttribute>() is null)
        {
            return null;
        }

        foreach (var method in type.GetMethods(BindingFlags.Public | BindingFlags.Static))
        {
            if (method.Name is "op_Explicit" && (method.ReturnType == typeof(string) || method.ReturnType == typeof(double)))
            {
                return method.Invoke(null, [value]);
            }
        }

        return null;
    }
}
