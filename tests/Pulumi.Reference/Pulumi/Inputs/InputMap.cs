using System;
using System.Collections;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;

namespace Pulumi;

/// <summary>A map whose values, or which as a whole, may be known only later.</summary>
public sealed class InputMap<TValue> : Input<ImmutableDictionary<string, TValue>>, IEnumerable, IAsyncEnumerable<Input<KeyValuePair<string, TValue>>>
{
    // Each part is an entry, KeyValuePair<string, Input<TValue>>, or several known only as a whole, Output<ImmutableDictionary<string, TValue>>.
    private ImmutableArray<object> parts;

    public InputMap()
        : this(ImmutableArray<object>.Empty)
    {
    }

    private InputMap(ImmutableArray<object> parts)
        : base(null) => this.parts = parts;

    private protected override object PartsCore => new MapParts([.. parts.Select(part => part is KeyValuePair<string, Input<TValue>> entry
        ? new KeyValuePair<string?, object>(entry.Key, entry.Value)
        : new KeyValuePair<string?, object>(null, part))]);

    public Input<TValue> this[string key]
    {
        set => Add(key, value);
    }

    public static implicit operator InputMap<TValue>(Dictionary<string, TValue> values) => Of(values);

    public static implicit operator InputMap<TValue>(ImmutableDictionary<string, TValue> values) => Of(values);

    public static implicit operator InputMap<TValue>(Output<Dictionary<string, TValue>> values) => values.Convert(map => map.ToImmutableDictionary());

    public static implicit operator InputMap<TValue>(Output<IDictionary<string, TValue>> values) => values.Convert(map => map.ToImmutableDictionary());

    public static implicit operator InputMap<TValue>(Output<ImmutableDictionary<string, TValue>> values) => new([values]);

    public static InputMap<TValue> Merge(InputMap<TValue> first, InputMap<TValue> second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        return new InputMap<TValue>(first.parts.AddRange(second.parts));
    }

    public void Add(string key, Input<TValue> value)
    {
        ArgumentNullException.ThrowIfNull(key);
        AddPart(KeyValuePair.Create(key, value ?? default(TValue)!));
    }

    public void Add(InputMap<TValue> values) => AddRange(values);

    public void AddRange(InputMap<TValue> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        foreach (var part in values.parts)
        {
            AddPart(part);
        }
    }

    public async IAsyncEnumerator<Input<KeyValuePair<string, TValue>>> GetAsyncEnumerator(CancellationToken cancellationToken)
    {
        var data = await ToOutputCore().DataTask.ConfigureAwait(false);
        foreach (var entry in data.IsKnown ? data.Value : ImmutableDictionary<string, TValue>.Empty)
        {
            yield return entry;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() =>
        throw new NotSupportedException("A [InputMap] cannot be synchronously enumerated. Use [GetAsyncEnumerator] instead.");

    internal override Output<ImmutableDictionary<string, TValue>> ToOutputCore() => parts is [Output<ImmutableDictionary<string, TValue>> whole]
        ? whole
        : Combination.Of(
            [.. parts.Select(part => part is KeyValuePair<string, Input<TValue>> entry ? entry.Value : part)],
            Join,
            _ => new Trace.Reason("map with unknown values"));

    /// <exception cref="ArgumentException">The map has the key already; only <see cref="Merge"/> replaces.</exception>
    private void AddPart(object part)
    {
        if (part is KeyValuePair<string, Input<TValue>> added
            && parts.OfType<KeyValuePair<string, Input<TValue>>>().Any(entry => string.Equals(entry.Key, added.Key, StringComparison.Ordinal)))
        {
            throw new ArgumentException($"An element with the same key but a different value already exists. Key: '{added.Key}'");
        }

        parts = parts.Add(part);
    }

    private ImmutableDictionary<string, TValue> Join(ImmutableArray<object?> values)
    {
        var joined = ImmutableDictionary.CreateBuilder<string, TValue>();
        foreach (var (part, value) in parts.Zip(values))
        {
            if (part is KeyValuePair<string, Input<TValue>> entry)
            {
                joined[entry.Key] = (TValue)value!;
            }
            else if (value is ImmutableDictionary<string, TValue> map)
            {
                foreach (var (key, item) in map)
                {
                    joined[key] = item;
                }
            }
        }

        return joined.ToImmutable();
    }

    private static InputMap<TValue> Of(IEnumerable<KeyValuePair<string, TValue>> values) =>
        new([.. values.Select(entry => (object)KeyValuePair.Create(entry.Key, (Input<TValue>)entry.Value!))]);
}

/// <summary>The parts of a map: entries, and (without a key) outputs of whole maps. Later parts win.</summary>
internal sealed record MapParts(ImmutableArray<KeyValuePair<string?, object>> Parts);

/// <summary>Adds to maps of unions.</summary>
public static class InputMapExtensions
{
    public static void Add<T0, T1>(this InputMap<Union<T0, T1>> map, string key, Input<T0> value) => map.Add(key, value.ToOutput().Convert(Union<T0, T1>.FromT0));

    public static void Add<T0, T1>(this InputMap<Union<T0, T1>> map, string key, Input<T1> value) => map.Add(key, value.ToOutput().Convert(Union<T0, T1>.FromT1));
}
