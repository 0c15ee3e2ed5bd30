using System;
using System.Collections.Generic;
using System.Linq;

namespace ModelPlacement.Engine.Tests.StackProgram.Generated;

/// <summary>Makes the choices of a program that fails fewer and smaller, as long as it fails.</summary>
internal static class ProgramShrinking
{
    private const int Attempts = 60;

    /// <param name="choices">Those of a program that fails.</param>
    /// <param name="firstFailing">The first of several programs that fails, or -1: many are tried at the cost of about one.</param>
    public static int[] Smallest(int[] choices, Func<IReadOnlyList<int[]>, int> firstFailing)
    {
        for (var (attempt, length) = (0, Math.Max(1, choices.Length / 2)); attempt < Attempts; attempt++)
        {
            var candidates = length > 0 ? WithoutParts(choices, length) : WithSmaller(choices);
            if (candidates.Count > 0 && firstFailing(candidates) is >= 0 and var smaller)
                choices = candidates[smaller];
            else if (length > 0)
                length = Math.Min(length / 2, choices.Length / 2);
            else
                break;
        }

        return choices;
    }

    private static List<int[]> WithoutParts(int[] choices, int length) =>
        Enumerable.Range(1, choices.Length / length).Select(part => (int[])[.. choices[..^(part * length)], .. choices[^((part - 1) * length)..]]).ToList();

    private static List<int[]> WithSmaller(int[] choices) => Enumerable.Range(0, choices.Length)
        .SelectMany(index => new[] { 0, 1, choices[index] / 2 }.Where(smaller => smaller < choices[index]).Distinct().Select(smaller =>
        {
            var candidate = choices.ToArray();
            candidate[index] = smaller;
            return candidate;
        }))
        .ToList();
}
