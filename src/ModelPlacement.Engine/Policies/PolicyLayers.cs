using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using ModelPlacement.Engine.Catalog;
using ModelPlacement.Engine.Documents;
using ModelPlacement.Engine.Models;

namespace ModelPlacement.Engine.Policies;

/// <summary>Policy files laid over each other, and over the built-in policies that they build on.</summary>
/// <param name="Files">The files, nearest first.</param>
/// <param name="Policies">One per id.</param>
/// <param name="BuiltIn">The built-in ones that hold, with the place that turned them on, or null for the default.</param>
/// <param name="Exemptions">All, those of the nearest file first.</param>
/// <param name="Models">One per id.</param>
/// <param name="Resources">One per token.</param>
internal sealed record PolicyLayers(
    ImmutableArray<PolicyFile> Files,
    ImmutableArray<Policy> Policies,
    ImmutableArray<KeyValuePair<string, FilePosition?>> BuiltIn,
    ImmutableArray<Exemption> Exemptions,
    ImmutableArray<OwnModel> Models,
    ImmutableArray<CatalogEntry> Resources)
{
    public static PolicyLayers Of(ImmutableArray<PolicyFile> files)
    {
        var builtIn = BuiltInOf(files);
        var policies = files.SelectMany(static file => file.Policies)
            .Concat(builtIn.Select(static entry => BuiltInPolicies.Find(entry.Key)).OfType<Policy>());
        return new PolicyLayers(
            files,
            FirstOfEach(policies, static policy => policy.Id),
            builtIn,
            files.SelectMany(static file => file.Exemptions).ToImmutableArray(),
            FirstOfEach(files.SelectMany(static file => file.Models), static own => own.Id.Text),
            FirstOfEach(files.SelectMany(static file => file.Resources), static entry => TypeToken.Normalize(entry.Token)));
    }

    /// <summary>
    /// The nearest file that says what it builds on decides; where it builds on files, what those build on. Where anything that could decide was unreadable, the
    /// default holds as well: a broken policy file never means no policy.
    /// </summary>
    private static ImmutableArray<KeyValuePair<string, FilePosition?>> BuiltInOf(ImmutableArray<PolicyFile> files)
    {
        var found = new Dictionary<string, FilePosition?>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        if (files.FirstOrDefault(static file => file.Extends is not null) is { } decisive)
            Add(decisive);
        else
            AddDefault();
        if (files.Any(static file => file.IsBroken) || NothingIsLeft())
            AddDefault();
        return found.ToImmutableArray();

        void Add(PolicyFile file)
        {
            // A file that comes round to itself says nothing of what it builds on.
            if (!seen.Add(FilePath.Normalize(file.Path)))
            {
                AddDefault();
                return;
            }

            if (file.Extends is not { } entries)
            {
                AddDefault();
                return;
            }

            foreach (var entry in entries)
            {
                if (entry.IsFile && FilePath.Resolve(files, file, entry) is { } other)
                    Add(other);
                else if (!entry.IsFile && BuiltInPolicies.Ids.Contains(entry.Text))
                    AddIfNew(entry.Text, entry.Position);
                else
                    AddDefault();
            }
        }

        void AddDefault() => AddIfNew(BuiltInPolicies.DefaultId, position: null);

        void AddIfNew(string id, FilePosition? position)
        {
            if (!found.ContainsKey(id))
                found.Add(id, position);
        }

        bool NothingIsLeft() => found.Count == 0
            && files.All(static file => file.Policies.IsEmpty)
            && files.Any(static file => file.Problems.Any(static problem => problem.Rule is RuleId.PolicyFileInvalid));
    }

    private static ImmutableArray<T> FirstOfEach<T>(IEnumerable<T> entries, Func<T, string> id) =>
        entries.GroupBy(id, StringComparer.OrdinalIgnoreCase).Select(static group => group.First()).ToImmutableArray();
}
