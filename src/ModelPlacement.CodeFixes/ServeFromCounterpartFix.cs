using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using ModelPlacement.Analyzers;
using ModelPlacement.CodeFixes.Counterparts;
using ModelPlacement.CodeFixes.Program;
using ModelPlacement.Engine.Policies;

namespace ModelPlacement.CodeFixes;

/// <summary>
/// Puts the compliant counterpart in place of a resource that serves a restricted model: an Azure OpenAI deployment or a container app, in the SDK family that the project references.
/// The preferred family comes first, under a key that is the same everywhere, so that a fix of a whole solution takes each project's own.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ServeFromCounterpartFix))]
[Shared]
public sealed class ServeFromCounterpartFix : FindingFix
{
    /// <summary>The key of the preferred family; others have it with their id.</summary>
    internal const string EquivalenceKey = "ServeFromCounterpart";

    // Another model is a person's choice: no family has this key, so fixing all leaves it alone.
    private const string SuccessorKey = ":successor";

    private static readonly ProjectFixAll ForAll = new("Serve restricted models from their counterparts", ConvertAsync);

    /// <summary>Made by the host.</summary>
    public ServeFromCounterpartFix()
        : base(RuleId.ServedOutsideAllowedClouds, RuleId.SelfHostedOutsideAllowedClouds, RuleId.ConsumedOutsideAllowedClouds)
    {
    }

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => ForAll;

    private protected override Task<IEnumerable<FixOffer>> OffersAsync(ProgramView program, Diagnostic diagnostic, CancellationToken cancellation) => OffersForAsync(program, diagnostic, cancellation);

    private static async Task<IEnumerable<FixOffer>> OffersForAsync(ProgramView program, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var offers = new List<FixOffer>();
        if (Closed(program, diagnostic) is { } closed)
        {
            var (opened, moved) = await OpenedBodies.OfAsync(program, [closed], ImmutableArray.Create(diagnostic), cancellation).ConfigureAwait(false);
            program = opened;
            diagnostic = moved[0];
        }

        // Fixing all from the command line takes what is registered first: an alternative is offered only after the preferred way.
        var isPreferredOffered = false;
        foreach (var way in Ways(program, diagnostic))
        {
            var isPreferred = way.Source == Ways(program, diagnostic).First().Source;
            if ((isPreferred || isPreferredOffered) && FindingFacts.Of(diagnostic, program, way.Source, way.Family) is { } facts
                && await OfferAsync(program, diagnostic, facts, way.Title + Retirement(program, facts), way.Key, cancellation).ConfigureAwait(false) is { } offer)
            {
                isPreferredOffered = true;
                offers.Add(offer);
            }

            if (way.Key == EquivalenceKey && way.Source.Target.AsksForModel && FindingFacts.OfSuccessor(diagnostic, program, way.Source, way.Family) is { } successor
                && await OfferAsync(program, diagnostic, successor, way.Title + " in place of " + diagnostic.Properties[FindingProperties.Model], way.Key + SuccessorKey, cancellation).ConfigureAwait(false) is { } following)
            {
                offers.Add(following);
            }
        }

        return offers;
    }

    /// <summary>The ways to fix a diagnostic in a project, the preferred one first: each thing that the resource can become, in each SDK family that the project can use.</summary>
    private static IEnumerable<(CounterpartSource Source, CounterpartFamily Family, string Key, string Title)> Ways(ProgramView program, Diagnostic diagnostic)
    {
        if (!diagnostic.Properties.TryGetValue(FindingProperties.Token, out var token) || token is null)
            yield break;
        var isConsumed = string.Equals(diagnostic.Id, RuleId.ConsumedOutsideAllowedClouds, StringComparison.Ordinal);
        var sources = CounterpartData.BuiltIn.SourcesOf(token).Where(source => source.IsConsumed || !isConsumed);
        foreach (var source in sources)
        {
            var key = source == sources.First() ? EquivalenceKey : EquivalenceKey + ":" + source.Target.Id;
            foreach (var choice in FamilyChoice.Of(program, source.Target))
                yield return (source, choice.Family, key + choice.KeySuffix, source.Target.Title + choice.TitleSuffix);
        }
    }

    private static async Task<FixOffer?> OfferAsync(ProgramView program, Diagnostic diagnostic, FindingFacts facts, string title, string key, CancellationToken cancellation) =>
        await ConvertedProject.OfAsync(program, ImmutableArray.Create(facts), cancellation).ConfigureAwait(false) is { } solution
            ? new FixOffer(title.Replace("{model}", facts.Model?.Name ?? diagnostic.Properties[FindingProperties.Model]), key, solution)
            : null;

    /// <summary>What is found at a creation that must be given a place for others beside it; null where that is not so.</summary>
    private static FindingFacts? Closed(ProgramView program, Diagnostic diagnostic) =>
        Ways(program, diagnostic).Select(way => FindingFacts.Of(diagnostic, program, way.Source, way.Family)).OfType<FindingFacts>().FirstOrDefault() is { } facts && OpenedBodies.AreNeededFor(program, facts) ? facts : null;

    private static async Task<Solution?> ConvertAsync(ProgramView program, ImmutableArray<Diagnostic> diagnostics, string? key, CancellationToken cancellation)
    {
        var closed = new List<FindingFacts>();
        foreach (var diagnostic in diagnostics)
        {
            if (Closed(program, diagnostic) is { } facts && (await OffersForAsync(program, diagnostic, cancellation).ConfigureAwait(false)).Any(offer => offer.Key == (key ?? EquivalenceKey)))
                closed.Add(facts);
        }

        if (closed.Count > 0)
            (program, diagnostics) = await OpenedBodies.OfAsync(program, closed, diagnostics, cancellation).ConfigureAwait(false);
        var findings = diagnostics
            .SelectMany(diagnostic => Ways(program, diagnostic).Where(way => way.Key == (key ?? EquivalenceKey)).Select(way => FindingFacts.Of(diagnostic, program, way.Source, way.Family)))
            .OfType<FindingFacts>()
            .OrderBy(static finding => finding.Creation.SyntaxTree.FilePath, StringComparer.Ordinal).ThenBy(static finding => finding.Creation.SpanStart)
            .ToImmutableArray();
        return await ConvertedProject.OfAsync(program, findings, cancellation).ConfigureAwait(false);
    }

    private static string Retirement(ProgramView program, FindingFacts facts) =>
        facts.Source.Target.AsksForModel && facts.Model?.Retires is { } day && day <= program.AsOf ? ", which retired it on " + day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "";
}
