using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using ModelPlacement.Engine.Documents;

namespace ModelPlacement.Engine.Policies;

/// <summary>Reads an entry of <c>exemptions:</c>.</summary>
internal static class ExemptionReader
{
    internal static readonly ImmutableArray<string> Keys = ImmutableArray.Create("policy", "resource", "name", "stacks", "reason", "approvedBy", "expires");

    /// <summary>What a file can require of its exemptions, and by default does. A reason is required in any case.</summary>
    internal static readonly ImmutableArray<string> Requirable = ImmutableArray.Create("reason", "approvedBy", "expires");

    /// <summary>
    /// The exemption, or null where something in the entry was wrong or its justification is not complete; then what could be read of it is among those dropped.
    /// </summary>
    public static Exemption? Read(DocumentNode node, ImmutableArray<string> required, ProblemList problems, List<Exemption> dropped)
    {
        var entry = new MappingReader(node, "an exemption", Keys, problems);
        entry.Require("policy", "the id of the policy it is an exception from");
        var exemption = new Exemption
        {
            Policy = entry.Text("policy", PolicyReader.IsId, "it is the id of a policy") ?? "",
            Resource = entry.Glob("resource"),
            Name = entry.Glob("name"),
            Stacks = entry.Globs("stacks", mayBeEmpty: false),
            Reason = entry.TextOrNothing("reason") ?? "",
            ApprovedBy = entry.TextOrNothing("approvedBy"),
            Expires = entry.Date("expires"),
            Position = entry.Position,
        };
        var missing = Requirable.Where(key => entry.IsSound && (key is "reason" || required.Contains(key)) && IsMissing(exemption, key)).ToImmutableArray();
        if (!missing.IsEmpty)
        {
            problems.Add(
                RuleId.Unjustified,
                entry.Position,
                "Exemption from policy '" + exemption.Policy + "' is not in force: it has no " + string.Join(", no ", missing.Select(static key => "'" + key + "'")));
        }

        if (entry.IsSound && missing.IsEmpty)
            return exemption;
        dropped.Add(exemption);
        return null;
    }

    private static bool IsMissing(Exemption exemption, string key) => key switch
    {
        "reason" => exemption.Reason.Length == 0,
        "approvedBy" => exemption.ApprovedBy is null,
        _ => exemption.Expires is null,
    };
}
