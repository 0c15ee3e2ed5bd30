using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using ModelPlacement.Engine.StackProgram;
using Pulumi.Reference;

namespace ModelPlacement.Engine.Tests.StackProgram.Differential;

/// <summary>
/// Holds the graph of an analysis against what a run registered, value by value. What is wrong is a claim that the run disproves; what analysis does not know is
/// counted by its reason.
/// </summary>
internal sealed class GraphComparison
{
    private readonly List<string> _wrong = [];
    private readonly Dictionary<string, int> _unknowns = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _constructs = new(StringComparer.Ordinal);

    /// <summary>Claims that the run disproves: where, what was claimed, and what it was.</summary>
    public IReadOnlyList<string> Wrong => _wrong;

    /// <summary>Values that the run knew and analysis did not, by reason.</summary>
    public IReadOnlyDictionary<string, int> Unknowns => _unknowns;

    /// <summary>Values that the run knew and analysis did not, by the construct in which they were lost.</summary>
    public IReadOnlyDictionary<string, int> Constructs => _constructs;

    /// <summary>Values that the run knew.</summary>
    public int Known { get; private set; }

    /// <summary>Those of them that analysis found.</summary>
    public int Resolved { get; private set; }

    /// <summary>Resources that the run registered.</summary>
    public int Resources { get; private set; }

    /// <summary>Compares a graph with a run of the same program.</summary>
    public static GraphComparison Of(ResourceGraph graph, Recording run)
    {
        var comparison = new GraphComparison();
        comparison.Compare(graph, run);
        return comparison;
    }

    private void Compare(ResourceGraph graph, Recording run)
    {
        var instances = graph.Instances.Where(static instance => !instance.IsLookup && instance.Token != "pulumi:pulumi:Stack").ToList();
        var matched = new HashSet<ResourceInstance>();
        foreach (var registration in run.Registrations)
        {
            Resources++;
            var candidates = instances
                .Where(instance => instance.Token == registration.Token && Matches(JsonValue.Create(registration.Name), instance.Name))
                .Select(instance => (Instance: instance, Comparison: OfInstance(registration, instance)))
                .OrderBy(static candidate => candidate.Comparison._wrong.Count)
                .ThenByDescending(static candidate => candidate.Comparison.Resolved)
                .ToList();
            if (candidates is [])
            {
                _wrong.Add($"{registration.Token} '{registration.Name}' was registered, and analysis does not find it");
                continue;
            }

            matched.UnionWith(candidates.Select(static candidate => candidate.Instance));
            Add(candidates[0].Comparison);
        }

        _wrong.AddRange(instances
            .Where(instance => !instance.IsConditional && !matched.Contains(instance) && run.Failures.IsEmpty)
            .Select(static instance => $"{instance.Token} {instance.Name} is claimed to be created on every run, and was not"));
    }

    private void Add(GraphComparison other)
    {
        _wrong.AddRange(other._wrong);
        Known += other.Known;
        Resolved += other.Resolved;
        foreach (var (reason, count) in other._unknowns)
            _unknowns[reason] = _unknowns.GetValueOrDefault(reason) + count;
        foreach (var (construct, count) in other._constructs)
            _constructs[construct] = _constructs.GetValueOrDefault(construct) + count;
    }

    private static GraphComparison OfInstance(Registration registration, ResourceInstance instance)
    {
        var comparison = new GraphComparison();
        var path = registration.Token.Split(':')[^1] + " '" + registration.Name + "'";
        comparison.CompareValue(path + ".$name", JsonValue.Create(registration.Name), instance.Name);
        comparison.CompareValue(path, WithoutDefaults(registration), instance.Inputs);
        comparison.CompareValue(path + ".$options", registration.Options, instance.Options);
        return comparison;
    }

    // Kubernetes classes set these two themselves; they are no inputs of the program.
    private static JsonObject WithoutDefaults(Registration registration)
    {
        var inputs = registration.Inputs.DeepClone().AsObject();
        if (registration.Token.StartsWith("kubernetes:", StringComparison.Ordinal))
        {
            inputs.Remove("apiVersion");
            inputs.Remove("kind");
        }

        return inputs;
    }

    private static bool Matches(JsonNode? actual, Value claimed)
    {
        var comparison = new GraphComparison();
        comparison.CompareValue("", actual, claimed);
        return comparison._wrong.Count == 0;
    }

    private void CompareValue(string path, JsonNode? actual, Value claimed)
    {
        switch (claimed)
        {
            case Unknown unknown:
                NotKnown(actual, claimed, Generalized(unknown.Reason));
                break;
            case Choice choice:
                if (choice.Alternatives.Any(alternative => Matches(actual, alternative)))
                    NotKnown(actual, claimed, "one of several");
                else
                    Disproved(path, actual, claimed);
                break;
            case var _ when IsKept(actual):
                break;
            case Constant constant:
                CompareConstant(path, actual, constant);
                break;
            case Mapping mapping when actual is JsonObject map && Marker(map) is null:
                CompareMappings(path, map, mapping);
                break;
            case Mapping { Entries.IsEmpty: true } or Sequence { Items.IsEmpty: true } when actual is null or JsonArray { Count: 0 }:
                break;
            case Mapping mapping when actual is null:
                CompareMappings(path, [], mapping);
                break;
            case Sequence sequence when actual is JsonArray list && list.Count == sequence.Items.Length:
                for (var index = 0; index < list.Count; index++)
                    CompareValue(path + "[" + index.ToString(CultureInfo.InvariantCulture) + "]", list[index], sequence.Items[index]);
                break;
            case Text text when Marker(actual) is null && actual is JsonValue value && value.GetValueKind() == JsonValueKind.String && Fits(value.GetValue<string>(), text.Pieces):
                NotKnown(actual, claimed, "text with holes: " + Generalized(text.Pieces.OfType<Unknown>().FirstOrDefault()?.Reason ?? "an output"));
                break;
            case Text text when Marker(actual) == "$text" && FitsPieces((JsonArray)actual!["$text"]!, text.Pieces):
                break;
            case ResourceReference reference when Marker(actual) == "$ref" && IsSame(actual!["$ref"]!, reference):
                break;
            default:
                Disproved(path, actual, claimed);
                break;
        }
    }

    private void CompareConstant(string path, JsonNode? actual, Constant constant)
    {
        var isSame = (constant.Raw, actual) switch
        {
            (null, null) => true,
            (string or char, JsonValue value) when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>() == constant.Raw!.ToString(),
            (bool flag, JsonValue value) when value.GetValueKind() is JsonValueKind.True or JsonValueKind.False => value.GetValue<bool>() == flag,
            (IConvertible and not string and not bool, JsonValue value) when value.GetValueKind() == JsonValueKind.Number =>
                Convert.ToDouble(constant.Raw, CultureInfo.InvariantCulture).Equals(double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture)),
            _ => false,
        };
        if (!isSame)
        {
            Disproved(path, actual, constant);
            return;
        }

        if (actual is null)
            return;
        Known++;
        Resolved++;
    }

    private void CompareMappings(string path, JsonObject actual, Mapping claimed)
    {
        foreach (var (key, value) in actual)
        {
            if (claimed[key] is { } entry)
                CompareValue(path + "." + key, value, entry);
            else if (value is not (null or JsonArray { Count: 0 } or JsonObject { Count: 0 }))
                Disproved(path + "." + key, value, Constant.Null);
        }

        foreach (var entry in claimed.Entries)
        {
            if (!actual.ContainsKey(entry.Key))
                CompareValue(path + "." + entry.Key, null, entry.Value);
        }
    }

    // What the run itself does not know, or keeps in a form of its own, disproves nothing: a constant that analysis has may well be what a deployment finds.
    private static bool IsKept(JsonNode? actual) => Marker(actual) is "$unknown" or "$asset";

    private static string? Marker(JsonNode? node) =>
        node is JsonObject { Count: 1 } map && map.First().Key is ['$', ..] and var marker ? marker : null;

    private void NotKnown(JsonNode? actual, Value claimed, string reason)
    {
        var leaves = Leaves(actual);
        Known += leaves;
        if (leaves == 0)
            return;
        _unknowns[reason] = _unknowns.GetValueOrDefault(reason) + leaves;
        var construct = Construct.Of(claimed is Text text ? text.Pieces.OfType<Unknown>().FirstOrDefault() ?? claimed : claimed);
        _constructs[construct] = _constructs.GetValueOrDefault(construct) + leaves;
    }

    // The scalars in it that the run knows.
    private static int Leaves(JsonNode? node) => node switch
    {
        null => 0,
        JsonArray list => list.Sum(Leaves),
        JsonObject map => Marker(map) is null ? map.Sum(static entry => Leaves(entry.Value)) : 0,
        _ => 1,
    };

    private void Disproved(string path, JsonNode? actual, Value claimed) => _wrong.Add($"{path}: claimed {claimed}, was {actual?.ToJsonString() ?? "null"}");

    private static bool IsSame(JsonNode actual, ResourceReference claimed) =>
        claimed.Instance.IsLookup
        || (actual["token"]!.GetValue<string>() == claimed.Instance.Token
            && Matches(actual["name"], claimed.Instance.Name)
            && actual["output"]!.GetValue<string>() == claimed.Output);

    // Whether a text can be what its pieces say: constants in order, anything between them.
    private static bool Fits(string text, ImmutableArray<Value> pieces)
    {
        var position = 0;
        for (var index = 0; index < pieces.Length; index++)
        {
            if (pieces[index].AsString() is not { } piece)
                continue;
            if (index == 0 ? !text.StartsWith(piece, StringComparison.Ordinal) : index == pieces.Length - 1 && !text.EndsWith(piece, StringComparison.Ordinal))
                return false;
            var found = text.IndexOf(piece, position, StringComparison.Ordinal);
            if (found < 0)
                return false;
            position = found + piece.Length;
        }

        return true;
    }

    // A text that a run registers has holes for what only a deployment finds, of which analysis may know more: both say the same where some text is what both say.
    private static bool FitsPieces(JsonArray actual, ImmutableArray<Value> pieces)
    {
        const char Hole = '\0';
        var run = string.Concat(actual.Select(static piece => piece is null ? "\0" : piece.GetValue<string>()));
        var claimed = string.Concat(pieces.Select(static piece => piece.AsString() ?? "\0"));
        var fits = new bool[run.Length + 1, claimed.Length + 1];
        for (var one = run.Length; one >= 0; one--)
        {
            for (var other = claimed.Length; other >= 0; other--)
            {
                var (hasOne, hasOther) = (one < run.Length, other < claimed.Length);
                fits[one, other] = (!hasOne && !hasOther)
                    || (hasOne && run[one] == Hole && (fits[one + 1, other] || (hasOther && fits[one, other + 1])))
                    || (hasOther && claimed[other] == Hole && (fits[one, other + 1] || (hasOne && fits[one + 1, other])))
                    || (hasOne && hasOther && run[one] == claimed[other] && fits[one + 1, other + 1]);
            }
        }

        return fits[0, 0];
    }

    // "parameter 'model'" and "parameter 'name'" are one reason.
    private static string Generalized(string reason)
    {
        var parts = reason.Split('\'');
        return parts.Length < 3 ? reason : parts[0] + "'...'" + parts[^1];
    }
}
