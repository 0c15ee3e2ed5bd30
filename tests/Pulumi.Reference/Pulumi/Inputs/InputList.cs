using System;
using System.Collections;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;

namespace Pulumi;

/// <summary>A list whose items, or which as a whole, may be known only later.</summary>
public sealed class InputList<T> : Input<ImmutableArray<T>>, IEnumerable, IAsyncEnumerable<Input<T>>
{
    // Each part is an item, Input<T>, or a run of items known only as a whole, Output<ImmutableArray<T>>.
    private ImmutableArray<object> parts;

    public InputList()
        : this(ImmutableArray<object>.Empty)
    {
    }

    private InputList(ImmutableArray<object> parts)
        : base(null) => this.parts = parts;

    private protected override object PartsCore => new ListParts(parts);

    public static implicit operator InputList<T>(T? value) => new([(Input<T>)value!]);

    public static implicit operator InputList<T>(Output<T> value) => new([(Input<T>)value]);

    public static implicit operator InputList<T>(Input<T> value) => new([value]);

    public static implicit operator InputList<T>(T[] values) => Of(values.Select(value => (Input<T>)value!));

    public static implicit operator InputList<T>(Output<T>[] values) => Of(values.Select(value => (Input<T>)value));

    public static implicit operator InputList<T>(Input<T>[] values) => Of(values);

    public static implicit operator InputList<T>(List<T> values) => Of(values.Select(value => (Input<T>)value!));

    public static implicit operator InputList<T>(List<Output<T>> values) => Of(values.Select(value => (Input<T>)value));

    public static implicit operator InputList<T>(List<Input<T>> values) => Of(values);

    public static implicit operator InputList<T>(ImmutableArray<T> values) => Of(values.Select(value => (Input<T>)value!));

    public static implicit operator InputList<T>(ImmutableArray<Output<T>> values) => Of(values.Select(value => (Input<T>)value));

    public static implicit operator InputList<T>(ImmutableArray<Input<T>> values) => Of(values);

    public static implicit operator InputList<T>(Output<T[]> values) => values.Convert(items => items.ToImmutableArray());

    public static implicit operator InputList<T>(Output<List<T>> values) => values.Convert(items => items.ToImmutableArray());

    public static implicit operator InputList<T>(Output<IEnumerable<T>> values) => values.Convert(items => items.ToImmutableArray());

    public static implicit operator InputList<T>(Output<ImmutableArray<T>> values) => new([values]);

    public void Add(params Input<T>[] inputs)
    {
        // A list is null where a program adds a null item, `list.Add(null)`.
        parts = parts.AddRange((inputs ?? [null!]).Select(input => (object)(input ?? default(T)!)));
    }

    public void Add(InputList<T> inputs) => AddRange(inputs);

    public void AddRange(InputList<T> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        parts = parts.AddRange(inputs.parts);
    }

    public InputList<T> Concat(InputList<T> other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new InputList<T>(parts.AddRange(other.parts));
    }

    public async IAsyncEnumerator<Input<T>> GetAsyncEnumerator(CancellationToken cancellationToken)
    {
        foreach (var part in parts)
        {
            if (part is Output<ImmutableArray<T>> whole)
            {
                var data = await whole.DataTask.ConfigureAwait(false);
                foreach (var value in data.IsKnown && !data.Value.IsDefault ? data.Value : [])
                {
                    yield return value;
                }
            }
            else
            {
                yield return (Input<T>)part;
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator() =>
        throw new NotSupportedException("A [InputList] cannot be synchronously enumerated. Use [GetAsyncEnumerator] instead.");

    internal override Output<ImmutableArray<T>> ToOutputCore() => parts is [Output<ImmutableArray<T>> whole]
        ? whole
        : Combination.Of(parts, values => values.SelectMany(Items).ToImmutableArray(), Trace);

    /// <summary>An unknown run of items leaves the number of items unknown, and so the whole list.</summary>
    private Trace Trace(ImmutableArray<OutputData<object?>> values) =>
        parts.Zip(values).Any(pair => pair is { First: Output<ImmutableArray<T>>, Second.IsKnown: false })
            ? new Trace.Reason("list with an unknown number of items")
            : new Trace.Items([.. parts.Zip(values).SelectMany(pair => pair.First is Output<ImmutableArray<T>>
                ? Items(pair.Second.Value).Select(item => OutputData<object?>.Known(item))
                : [pair.Second])]);

    private static IEnumerable<T> Items(object? value) => value is ImmutableArray<T> run ? run.IsDefault ? [] : run : [(T)value!];

    private static InputList<T> Of(IEnumerable<Input<T>> items) => new([.. items]);
}

/// <summary>The parts of a list: items, and outputs of whole runs of items.</summary>
internal sealed record ListParts(ImmutableArray<object> Parts);

/// <summary>Adds to lists of unions.</summary>
public static class InputListExtensions
{
    public static void Add<T0, T1>(this InputList<Union<T0, T1>> list, Input<T0> value) => list.Add(value.ToOutput().Convert(Union<T0, T1>.FromT0));

    public static void Add<T0, T1>(this InputList<Union<T0, T1>> list, Input<T1> value) => list.Add(value.ToOutput().Convert(Union<T0, T1>.FromT1));
}
