using System;
using System.Collections.Generic;
using System.Linq;

namespace ModelPlacement.Engine.Tests.StackProgram.Generated;

/// <summary>Makes the choices of a program that fails fewer and smaller, as long as it fails.</summary>
internal static class ProgramShrinking
{
    private const int Attempts = 150;

    // Several short candidates are tried at little more than the cost of one.
    private const int ChoicesAtOnce = 600;

    /// <param name="choices">Those of a program that fails.</param>
    /// <param name="firstFailing">The first of several programs that fails, or -1.</param>
    public static int[] Smallest(int[] choices, Func<IReadOnlyList<int[]>, int> firstFailing)
    {
        var attempts = 0;
        for (var length = Math.Max(1, choices.Length / 2); length > 0; length /= 2)
        {
            // From the end: what a choice means depends on those before it.
            for (var end = choices.Length; end > 0;)
            {
                var ends = Enumerable.Range(0, AtOnce(choices)).Select(step => end - (step * length)).Where(static position => position > 0).ToList();
                var candidates = ends.ConvertAll(position => (int[])[.. choices[..Math.Max(0, position - length)], .. choices[position..]]);
                if (++attempts > Attempts)
                    return choices;
                var failing = firstFailing(candidates);
                if (failing >= 0)
                    choices = candidates[failing];
                end = Math.Min(choices.Length, (failing >= 0 ? ends[failing] : ends[^1]) - length);
            }
        }

        for (var index = 0; index < choices.Length;)
        {
            var count = Math.Min(AtOnce(choices), choices.Length - index);
            var candidates = Enumerable.Range(index, count).SelectMany(position => WithSmaller(choices, position)).ToList();
            if (++attempts > Attempts)
                return choices;
            if (candidates.Count > 0 && firstFailing(candidates) is >= 0 and var smaller)
                choices = candidates[smaller];
            else
                index += count;
        }

        return choices;
    }

    private static int AtOnce(int[] choices) => Math.Clamp(ChoicesAtOnce / choices.Length, 1, 12);

    private static IEnumerable<int[]> WithSmaller(int[] choices, int index) =>
        new[] { 0, 1, choices[index] / 2 }.Where(smaller => smaller < choices[index]).Distinct().Select(smaller => (int[])[.. choices[..index], smaller, .. choices[(index + 1)..]]);
}
