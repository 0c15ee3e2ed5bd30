using System;
using System.Collections.Generic;

namespace Pulumi;

/// <summary>A union of whatever types.</summary>
internal interface IUnion
{
    object? Value { get; }
}

/// <summary>One of two types.</summary>
public readonly struct Union<T0, T1> : IEquatable<Union<T0, T1>>, IUnion
{
    private readonly T0 value0;
    private readonly T1 value1;
    private readonly int index;

    private Union(int index, T0 value0, T1 value1)
    {
        this.index = index;
        this.value0 = value0;
        this.value1 = value1;
    }

    public T0 AsT0 => IsT0 ? value0 : throw new InvalidOperationException($"Cannot return as T0 as result is T{index}");

    public T1 AsT1 => IsT1 ? value1 : throw new InvalidOperationException($"Cannot return as T1 as result is T{index}");

    public bool IsT0 => index == 0;

    public bool IsT1 => index == 1;

    public object? Value => IsT0 ? value0 : value1;

    public static implicit operator Union<T0, T1>(T0 t) => FromT0(t);

    public static implicit operator Union<T0, T1>(T1 t) => FromT1(t);

    public static bool operator ==(Union<T0, T1> left, Union<T0, T1> right) => left.Equals(right);

    public static bool operator !=(Union<T0, T1> left, Union<T0, T1> right) => !left.Equals(right);

    public static Union<T0, T1> FromT0(T0 input) => new(0, input, default!);

    public static Union<T0, T1> FromT1(T1 input) => new(1, default!, input);

    public Union<TResult, T1> MapT0<TResult>(Func<T0, TResult> mapFunc) => IsT0 ? mapFunc(value0) : Union<TResult, T1>.FromT1(value1);

    public Union<T0, TResult> MapT1<TResult>(Func<T1, TResult> mapFunc) => IsT0 ? Union<T0, TResult>.FromT0(value0) : mapFunc(value1);

    public Union<TResult0, TResult1> Bimap<TResult0, TResult1>(Func<T0, TResult0> mapFunc0, Func<T1, TResult1> mapFunc1) =>
        IsT0 ? Union<TResult0, TResult1>.FromT0(mapFunc0(value0)) : Union<TResult0, TResult1>.FromT1(mapFunc1(value1));

    public TResult Match<TResult>(Func<T0, TResult> f0, Func<T1, TResult> f1) => IsT0 ? f0(value0) : f1(value1);

    public void Switch(Action<T0> f0, Action<T1> f1)
    {
        if (IsT0)
        {
            f0(value0);
        }
        else
        {
            f1(value1);
        }
    }

    public bool TryPickT0(out T0 value, out T1 remainder)
    {
        (value, remainder) = (value0, value1);
        return IsT0;
    }

    public bool TryPickT1(out T1 value, out T0 remainder)
    {
        (value, remainder) = (value1, value0);
        return IsT1;
    }

    public bool Equals(Union<T0, T1> other) => index == other.index
        && EqualityComparer<T0>.Default.Equals(value0, other.value0)
        && EqualityComparer<T1>.Default.Equals(value1, other.value1);

    public override bool Equals(object? obj) => obj is Union<T0, T1> other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(index, Value);

    public override string? ToString() => Value?.ToString();
}
