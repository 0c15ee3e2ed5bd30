using System.Collections.Immutable;
using System.Linq;
using ModelPlacement.Engine.Documents;
using ModelPlacement.Engine.Models;

namespace ModelPlacement.Engine.Policies;

/// <summary>Reads an entry of <c>models:</c>.</summary>
internal static class OwnModelReader
{
    internal static readonly ImmutableArray<string> Keys = ImmutableArray.Create("id", "basedOn", "match");

    /// <summary>The own model, or null where something in the entry was wrong.</summary>
    public static OwnModel? Read(DocumentNode node, ProblemList problems)
    {
        var entry = new MappingReader(node, "a model", Keys, problems);
        entry.Require("id", "a name of your own like acme/support-gpt");
        entry.Require("match", "patterns of the strings that name it, like [support-gpt-*]");
        var id = entry.Text("id", IsModelId, "it is written vendor/name in lower case, like acme/support-gpt");
        var basedOn = entry.Text("basedOn", IsModelId, "it is a model's id, like openai/gpt-4o");
        var match = entry.Globs("match", mayBeEmpty: false);
        if (match is { } patterns)
        {
            foreach (var all in patterns.Where(static pattern => pattern.MatchesEverything))
                entry.Invalid(all.Position!, "'" + all + "' would make every model this one");
        }

        return entry.IsSound
            ? new OwnModel(
                Placed(id!, entry.PositionOf("id")),
                basedOn is null ? null : Placed(basedOn, entry.PositionOf("basedOn")),
                match!.Value.Select(static pattern => Placed(pattern.Text, pattern.Position!)).ToImmutableArray())
            : null;
    }

    private static PlacedText Placed(string text, FilePosition position) => new(text, position.Line, position.Column);

    private static bool IsModelId(string text) =>
        text.IndexOf('/') is > 0 and var slash && slash < text.Length - 1
        && text.IndexOf('/', slash + 1) < 0
        && text.All(static c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '.' or '_' or '-' or '/');
}
