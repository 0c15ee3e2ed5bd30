using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ModelPlacement.CodeFixes.Counterparts;
using ModelPlacement.CodeFixes.Program;

namespace ModelPlacement.CodeFixes.Writing;

/// <summary>Writes what callers in one body need of a counterpart: an address, a key, a kubeconfig. What takes several lines is held by a variable, declared once.</summary>
internal sealed class CounterpartReads
{
    private const string OutputClass = "Pulumi.Output";
    private const string NetPrefix = "System.";

    private static readonly Regex Placeholder = new(@"\{(?<what>[A-Za-z][A-Za-z.]*)\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(10));

    private readonly SupportNeed _need;
    private readonly ChangedFile _file;
    private readonly Supports _supports;
    private readonly int _declaredAt;
    private readonly string _indent;
    private readonly Dictionary<string, string> _variables = new(StringComparer.Ordinal);

    /// <param name="need">What is read, and what it is called.</param>
    /// <param name="file">The file that it is written in.</param>
    /// <param name="supports">The supports in scope.</param>
    /// <param name="declaredAt">Where variables are declared.</param>
    /// <param name="indent">The indentation there.</param>
    public CounterpartReads(SupportNeed need, ChangedFile file, Supports supports, int declaredAt, string indent)
    {
        _need = need;
        _file = file;
        _supports = supports;
        _declaredAt = declaredAt;
        _indent = indent;
    }

    /// <summary>Whether something is held by a variable.</summary>
    public bool IsDeclared(string what) => _need.Family.Reads[what].IndexOf('\n') >= 0;

    /// <summary>The expression for something.</summary>
    /// <param name="what">Its name in the data.</param>
    /// <param name="position">Where it is to stand.</param>
    public string Write(string what, int position)
    {
        if (!IsDeclared(what))
            return Fill(_need.Family, what, _file, _supports, position);
        if (!_variables.TryGetValue(what, out var variable))
        {
            _variables.Add(what, variable = _file.Free(what, _need.NameOf(what)));
            if (!Layout.FollowsBlank(_file.Text, _declaredAt) && !_file.Edits.EndsBlankAt(_declaredAt))
                _file.Edits.Insert(_declaredAt, _file.Layout.NewLine);
            var lines = Fill(_need.Family, what, _file, _supports, _declaredAt).Split('\n').Select((line, index) => index == 0 ? line : _file.Layout.NewLine + _indent + _file.Layout.Unit + line.TrimStart());
            _file.Edits.Insert(_declaredAt, _indent + "var " + variable + " = " + string.Concat(lines) + ";" + _file.Layout.NewLine + _file.Layout.NewLine);
        }

        return variable;
    }

    /// <summary>The expression that a family has for something.</summary>
    /// <param name="family">The family.</param>
    /// <param name="what">Its name in the data.</param>
    /// <param name="file">The file that it is written in.</param>
    /// <param name="supports">The supports in scope.</param>
    /// <param name="position">Where it is to stand.</param>
    public static string Fill(CounterpartFamily family, string what, ChangedFile file, Supports supports, int position) =>
        file.WithFreeParameters(Placeholder.Replace(family.Reads[what], match => match.Groups["what"].Value switch
        {
            "Output" => file.NameAt(OutputClass, position),
            var className when className.StartsWith(NetPrefix, StringComparison.Ordinal) => file.NameAt(className, position),
            [>= 'A' and <= 'Z', ..] and var className => file.NamesOf(family).Write(className, position),
            var slot => supports.Fill(slot) ?? throw new InvalidOperationException("Nothing fills '" + slot + "'."),
        }));
}
