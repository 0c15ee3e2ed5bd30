using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ModelPlacement.CodeFixes.Counterparts;
using ModelPlacement.CodeFixes.Writing;

namespace ModelPlacement.CodeFixes.Program;

/// <summary>A check of health that the counterpart makes, too: over HTTP, or whether a port takes connections.</summary>
internal sealed class CarriedProbe
{
    private const string Readiness = "Readiness";
    private const string Port = "port";
    private const string Path = "path";
    private const string Delay = "initialDelay";
    private const string Period = "period";
    private const string Failures = "failures";

    // What is so where nothing is said, there and here.
    private const int UsualPeriod = 10;
    private const int UsualFailures = 3;

    private static readonly Regex Duration = new(@"^(?<number>\d{1,4})(?<unit>[sm]?)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(10));

    private readonly Dictionary<string, (string Text, int? Number, IEnumerable<SyntaxNode> Parts)> _says = new(StringComparer.Ordinal);
    private ImmutableArray<SyntaxNode> _headerParts = ImmutableArray<SyntaxNode>.Empty;
    private readonly bool _isHttp;

    private CarriedProbe(string kind, bool isHttp)
    {
        Kind = kind;
        _isHttp = isHttp;
    }

    /// <summary>What follows from it: <c>Startup</c>, <c>Readiness</c> or <c>Liveness</c>.</summary>
    public string Kind { get; }

    /// <summary>The headers that it sends, or null.</summary>
    public WrittenList? Headers { get; private set; }

    /// <summary>The expressions that are carried, where the program writes them.</summary>
    public IEnumerable<SyntaxNode> Kept => _says.Values.SelectMany(static said => said.Parts).Concat(_headerParts);

    /// <summary>
    /// The checks that a source writes in place, one of each kind at most. Others are left to a person: those that run a command or are made elsewhere, and what means something else here.
    /// </summary>
    public static ImmutableArray<CarriedProbe> Of(ProgramView program, ExpressionSyntax args, CounterpartSource source) =>
        source.Target.Probes is not { } limits
            ? ImmutableArray<CarriedProbe>.Empty
            : source.Probes.Select(rule => Read(program, args, rule, limits)).OfType<CarriedProbe>()
                .GroupBy(static probe => probe.Kind, StringComparer.Ordinal).Where(static same => same.Count() == 1).Select(static same => same.Single()).ToImmutableArray();

    /// <summary>What fills a slot of its template; null where nothing does.</summary>
    /// <param name="slot">The slot.</param>
    /// <param name="port">The port of the container, which is asked where no other is named.</param>
    public string? Fill(string slot, string? port) => slot switch
    {
        "kind" => ResourceWriter.Quote(Kind),
        "transport" => ResourceWriter.Quote(_isHttp ? "HTTP" : "TCP"),
        "httpPort" => _isHttp ? Said(Port) ?? port : null,
        "tcpPort" => _isHttp ? null : Said(Port) ?? port,
        Port => Said(Port) ?? port,
        _ => Said(slot),
    };

    private string? Said(string slot) => _says.TryGetValue(slot, out var said) ? said.Text : null;

    private static CarriedProbe? Read(ProgramView program, ExpressionSyntax args, ProbeRule rule, ProbeLimits limits)
    {
        var written = new WrittenInputs(program);
        if (written.Read(args, rule.At) is not [var at])
            return null;
        bool Holds(string condition) => condition.Split('=') is var parts && written.Read(at, parts[0]) is { Count: > 0 } found && (parts.Length == 1 || written.Constant(found[0]) == parts[1]);

        var isHttp = rule.Http.Any(Holds);
        var isUsual = rule.Only.All(wanted => written.Read(at, wanted.Key).All(value => written.Constant(value) is { } said && wanted.Value.Contains(said)));
        if (!isUsual || (!isHttp && !rule.Tcp.Any(Holds)))
            return null;

        var probe = new CarriedProbe(rule.Kind, isHttp);
        foreach (var (slot, paths) in rule.Values.Select(static pair => (pair.Key, pair.Value)).Where(value => isHttp || value.Key != Path))
        {
            if (paths.Select(path => written.Read(at, path)).FirstOrDefault(static found => found.Count > 0) is { } found)
            {
                if (found.Count > 1 || !probe.TryTake(program, written, slot, found[0]))
                    return null;
            }
            else if (rule.Defaults.TryGetValue(slot, out var usual))
            {
                probe._says.Add(slot, (usual, NumberOf(usual), []));
            }
        }

        if (isHttp && rule.Headers is { } path && written.Read(at, path) is [var headers])
        {
            probe.Headers = written.NamedValues(headers);
            probe._headerParts = written.Elements.ToImmutableArray();
        }

        probe.Fit(limits);
        return !written.IsOpaque && probe.Kept.All(part => args.Span.Contains(part.Span) || written.IsSteady(part)) ? probe : null;
    }

    /// <summary>Takes what is said of a slot; false where it is not known to be the number that it must be here.</summary>
    private bool TryTake(ProgramView program, WrittenInputs written, string slot, WrittenValue value)
    {
        var constant = written.Constant(value);
        var number = constant is null ? null : NumberOf(constant);
        var isNumber = program.Compilation.ContainsSyntaxTree(value.Syntax.SyntaxTree) && program.TypeOf(value.Syntax)?.SpecialType == SpecialType.System_Int32;
        if (slot == Path || isNumber)
        {
            _says.Add(slot, (value.Text, number, value.Parts));
        }
        else if (number is { } known)
        {
            Set(slot, known);
        }

        // A port by name is the container's.
        return _says.ContainsKey(slot) || (slot == Port && constant is not null);
    }

    /// <summary>A number, or a number of seconds; null where it is neither.</summary>
    private static int? NumberOf(string text) =>
        Duration.Match(text) is { Success: true } match ? int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture) * (match.Groups["unit"].Value == "m" ? 60 : 1) : null;

    /// <summary>Brings the numbers into the limits of the platform. What is waited for longer than those allow is asked for less often instead, so that nothing ends sooner than it did.</summary>
    private void Fit(ProbeLimits limits)
    {
        if (Kind != Readiness)
            _says.Remove("successes");
        int Number(string slot, int usual) => _says.TryGetValue(slot, out var said) ? said.Number ?? usual : usual;

        var delay = Number(Delay, 0);
        var failures = Number(Failures, UsualFailures);
        if (Kind != Readiness && (delay > limits.Delay || failures > limits.Times))
        {
            var rest = delay + Number(Period, UsualPeriod) * failures - Math.Min(delay, limits.Delay);
            Set(Failures, limits.Times);
            Set(Period, (rest + limits.Times - 1) / limits.Times);
        }

        Limit(Delay, limits.Delay);
        Limit(Period, limits.Seconds);
        Limit("timeout", limits.Seconds);
        Limit(Failures, limits.Times);
        Limit("successes", limits.Times);
        if (_says.TryGetValue(Delay, out var first) && first.Number == 0)
            _says.Remove(Delay);
    }

    private void Limit(string slot, int most)
    {
        if (_says.TryGetValue(slot, out var said) && said.Number > most)
            Set(slot, most);
    }

    private void Set(string slot, int number) => _says[slot] = (number.ToString(CultureInfo.InvariantCulture), number, []);
}
