using System;
using System.Text.RegularExpressions;
using ModelPlacement.CodeFixes.Counterparts;
using ModelPlacement.CodeFixes.Program;

namespace ModelPlacement.CodeFixes.Writing;

/// <summary>Writes what callers need of a counterpart: an address, a key, a kubeconfig.</summary>
internal static class CounterpartReads
{
    private const string Output = "Output";

    private static readonly Regex Placeholder = new(@"\{(?<what>[A-Za-z][A-Za-z.]*)\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(10));

    /// <summary>The expression that a family has for something.</summary>
    /// <param name="family">The family.</param>
    /// <param name="what">Its name in the data.</param>
    /// <param name="file">The file that it is written in.</param>
    /// <param name="supports">The supports in scope.</param>
    /// <param name="position">Where it is to stand.</param>
    public static string Write(CounterpartFamily family, string what, ChangedFile file, Supports supports, int position) =>
        Placeholder.Replace(family.Reads[what], match => match.Groups["what"].Value switch
        {
            Output => file.OutputAt(position),
            [>= 'A' and <= 'Z', ..] and var className => file.NamesOf(family).Write(className, position),
            var slot => supports.Fill(slot) ?? throw new InvalidOperationException("Nothing fills '" + slot + "'."),
        });
}
