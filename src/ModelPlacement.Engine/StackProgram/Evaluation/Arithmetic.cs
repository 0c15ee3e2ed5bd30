using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis.Operations;
using ModelPlacement.Engine.StackProgram.Library;

namespace ModelPlacement.Engine.StackProgram.Evaluation;

/// <summary>Operators on constants, as the language computes them unchecked.</summary>
internal static class Arithmetic
{
    /// <summary>The two numbers in the smallest of <c>long</c>, <c>double</c> and <c>decimal</c> that holds both, or null where one is no number.</summary>
    public static (object One, object Other)? Widen(object left, object right)
    {
        if (left is (not IConvertible) or string or bool || right is (not IConvertible) or string or bool)
            return null;
        if (left is decimal || right is decimal)
            return (ToDecimal(left), ToDecimal(right));
        if (left is double or float || right is double or float)
            return (Convert.ToDouble(left, CultureInfo.InvariantCulture), Convert.ToDouble(right, CultureInfo.InvariantCulture));
        return left is ulong || right is ulong ? null : (ToLong(left), ToLong(right));
    }

    /// <summary>The result of an operator, or null where it is not defined here (or throws at run time).</summary>
    public static object? Calculate(BinaryOperatorKind kind, object left, object right)
    {
        if (left is bool one && right is bool other)
        {
            return kind switch
            {
                BinaryOperatorKind.And or BinaryOperatorKind.ConditionalAnd => one && other,
                BinaryOperatorKind.Or or BinaryOperatorKind.ConditionalOr => one || other,
                BinaryOperatorKind.ExclusiveOr => one ^ other,
                _ => null,
            };
        }

        if (kind is BinaryOperatorKind.LeftShift or BinaryOperatorKind.RightShift && left is int or long && right is int distance)
            return Shift(kind == BinaryOperatorKind.LeftShift, left, distance);
        if (Scalars.IsScalar(left) || Scalars.IsScalar(right))
            return Scalars.Calculate(kind, left, right);
        return Widen(left, right) switch
        {
            (long a, long b) => Integers(kind, a, b),
            (double a, double b) => Doubles(kind, a, b),
            (decimal a, decimal b) => Decimals(kind, a, b),
            _ => null,
        };
    }

    /// <summary>The sum of numbers of one type, in their order; null where it does not fit, or there are none and so no type.</summary>
    public static object? Sum(IReadOnlyList<object> numbers)
    {
        try
        {
            return numbers switch
            {
                [int, ..] when All<int>(numbers) => numbers.Aggregate(0, static (sum, number) => checked(sum + (int)number)),
                [long, ..] when All<long>(numbers) => numbers.Aggregate(0L, static (sum, number) => checked(sum + (long)number)),
                [double, ..] when All<double>(numbers) => numbers.Aggregate(0.0, static (sum, number) => sum + (double)number),
                [decimal, ..] when All<decimal>(numbers) => numbers.Aggregate(0m, static (sum, number) => sum + (decimal)number),
                _ => null,
            };
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    /// <summary>The greatest of numbers of one type, or with a sign of -1 the least; null where there are none.</summary>
    public static object? Greatest(IReadOnlyList<object> numbers, int sign)
    {
        if (numbers.Count == 0 || numbers.Any(number => number.GetType() != numbers[0].GetType() || number is double.NaN))
            return null;
        return numbers.Aggregate((greatest, number) => sign * ((IComparable)number).CompareTo(greatest) > 0 ? number : greatest);
    }

    /// <summary>The average of numbers of one type; null where there are none.</summary>
    public static object? Average(IReadOnlyList<object> numbers)
    {
        var sum = Sum(All<int>(numbers) ? numbers.Select(static number => (object)(long)(int)number).ToList() : numbers);
        return sum switch
        {
            long whole => (double)whole / numbers.Count,
            double real => real / numbers.Count,
            decimal exact => exact / numbers.Count,
            _ => null,
        };
    }

    private static bool All<T>(IReadOnlyList<object> numbers) => numbers.All(static number => number is T);

    private static object Shift(bool left, object number, int distance) => number is int narrow
        ? left ? narrow << distance : narrow >> distance
        : left ? (long)number << distance : (long)number >> distance;

    private static object? Integers(BinaryOperatorKind kind, long left, long right)
    {
        unchecked
        {
            return kind switch
            {
                BinaryOperatorKind.Add => left + right,
                BinaryOperatorKind.Subtract => left - right,
                BinaryOperatorKind.Multiply => left * right,
                BinaryOperatorKind.Divide when right is not (0 or -1) => left / right,
                BinaryOperatorKind.Remainder when right is not (0 or -1) => left % right,
                BinaryOperatorKind.And => left & right,
                BinaryOperatorKind.Or => left | right,
                BinaryOperatorKind.ExclusiveOr => left ^ right,
                BinaryOperatorKind.LessThan => left < right,
                BinaryOperatorKind.LessThanOrEqual => left <= right,
                BinaryOperatorKind.GreaterThan => left > right,
                BinaryOperatorKind.GreaterThanOrEqual => left >= right,
                _ => null,
            };
        }
    }

    private static object? Doubles(BinaryOperatorKind kind, double left, double right) => kind switch
    {
        BinaryOperatorKind.Add => left + right,
        BinaryOperatorKind.Subtract => left - right,
        BinaryOperatorKind.Multiply => left * right,
        BinaryOperatorKind.Divide => left / right,
        BinaryOperatorKind.LessThan => left < right,
        BinaryOperatorKind.LessThanOrEqual => left <= right,
        BinaryOperatorKind.GreaterThan => left > right,
        BinaryOperatorKind.GreaterThanOrEqual => left >= right,
        _ => null,
    };

    private static object? Decimals(BinaryOperatorKind kind, decimal left, decimal right)
    {
        try
        {
            return kind switch
            {
                BinaryOperatorKind.Add => left + right,
                BinaryOperatorKind.Subtract => left - right,
                BinaryOperatorKind.Multiply => left * right,
                BinaryOperatorKind.Divide when right != 0 => left / right,
                BinaryOperatorKind.LessThan => left < right,
                BinaryOperatorKind.LessThanOrEqual => left <= right,
                BinaryOperatorKind.GreaterThan => left > right,
                BinaryOperatorKind.GreaterThanOrEqual => left >= right,
                _ => null,
            };
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static decimal ToDecimal(object number) => number is char character ? character : Convert.ToDecimal(number, CultureInfo.InvariantCulture);

    private static long ToLong(object number) => number is char character ? character : Convert.ToInt64(number, CultureInfo.InvariantCulture);
}
