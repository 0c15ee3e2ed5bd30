using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using ModelPlacement.Analyzers;
using ModelPlacement.CodeFixes.Program;
using ModelPlacement.Engine.Documents;
using ModelPlacement.Engine.Policies;

namespace ModelPlacement.CodeFixes;

/// <summary>
/// Adds an exemption for a finding to the project's policy file. Reason and approver are left for a person to fill in: until then the exemption is not in force, and the
/// finding stays.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ExemptInPolicyFix))]
[Shared]
public sealed class ExemptInPolicyFix : FindingFix
{
    private const string EquivalenceKey = "ExemptInPolicy";
    private const int DaysUntilExpiry = 90;

    /// <summary>Made by the host.</summary>
    public ExemptInPolicyFix()
        : base(RuleId.ServedOutsideAllowedClouds, RuleId.SelfHostedOutsideAllowedClouds, RuleId.ConsumedOutsideAllowedClouds, RuleId.OutsideAllowedRegions, RuleId.UsedOutsideAllowedClouds)
    {
    }

    private protected override async Task<IEnumerable<FixOffer>> OffersAsync(ProgramView program, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var project = program.Project;
        if (project.AdditionalDocuments.Where(static file => IsPolicy(file.FilePath)).OrderByDescending(static file => Depth(file.FilePath!)).FirstOrDefault() is not { } file)
            return [];
        var text = await file.GetTextAsync(cancellation).ConfigureAwait(false);
        if (ExemptionOf(diagnostic, program.AsOf) is not { } exemption || PolicyText.AddExemption(text.ToString(), exemption) is not { } exempted)
            return [];
        var what = exemption.Name is null ? "" : " '" + exemption.Name + "'";
        return [new FixOffer("Exempt" + what + " from policy '" + exemption.Policy + "' in " + file.Name, EquivalenceKey, project.Solution.WithAdditionalDocumentText(file.Id, SourceText.From(exempted, text.Encoding)))];
    }

    private static Exemption? ExemptionOf(Diagnostic diagnostic, DateTime? asOf)
    {
        string? Property(string key) => diagnostic.Properties.TryGetValue(key, out var value) ? value : null;

        // A class without a type token is none that a policy can name.
        var token = Property(FindingProperties.Token) is { } written && written.Contains(':') ? written : null;
        var name = Property(FindingProperties.Name);
        return Property(FindingProperties.Policy) is { } policy && (token ?? name) is not null
            ? new Exemption
            {
                Policy = policy,
                Resource = token is null ? null : new Glob(token),
                Name = name is null ? null : new Glob(name),
                Stacks = Property(FindingProperties.Stacks) is { } stacks ? stacks.Split(',').Select(static stack => new Glob(stack)).ToImmutableArray() : null,
                Reason = "",
                ApprovedBy = "",
                Expires = asOf?.AddDays(DaysUntilExpiry),
            }
            : null;
    }

    private static bool IsPolicy(string? path) => path is not null && path.Substring(path.LastIndexOfAny(['/', '\\']) + 1) is "model-placement.yaml" or "model-placement.yml" or "model-placement.json";

    private static int Depth(string path) => path.Count(static character => character is '/' or '\\');
}
