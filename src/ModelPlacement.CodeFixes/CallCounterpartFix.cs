using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using ModelPlacement.CodeFixes.Counterparts;
using ModelPlacement.CodeFixes.Program;
using ModelPlacement.Engine.Policies;

namespace ModelPlacement.CodeFixes;

/// <summary>
/// Points what calls a restricted model through its vendor's own API at a deployment of it on the compliant platform, which it declares: address and key are that account's, and the
/// deployment has the name that the caller says.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CallCounterpartFix))]
[Shared]
public sealed class CallCounterpartFix : FindingFix
{
    private const string EquivalenceKey = "CallCounterpart";

    // What callers name must be deployed by a person: no family has this key, so fixing all leaves it alone.
    private const string OfAnyKey = ":any";

    private static readonly ProjectFixAll ForAll = new("Call restricted models on their counterparts", ConvertAsync);

    /// <summary>Made by the host.</summary>
    public CallCounterpartFix()
        : base(RuleId.ConsumedOutsideAllowedClouds)
    {
    }

    private static CounterpartTarget Target => CounterpartData.BuiltIn.Consumers.Target;

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => ForAll;

    private protected override async Task<IEnumerable<FixOffer>> OffersAsync(ProgramView program, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (Consumer.Of(program, diagnostic) is not { } consumer)
            return [];
        var isOfAny = consumer.Models.IsEmpty;
        var title = isOfAny ? CounterpartData.BuiltIn.Consumers.TitleOfAny : Target.Title.Replace("{model}", string.Join(", ", consumer.Models.Select(static one => one.Model.Name)));
        var offers = new List<FixOffer>();
        foreach (var choice in FamilyChoice.Of(program, Target))
        {
            if (await TryAsync(program, choice.Family, ImmutableArray.Create(consumer), cancellation).ConfigureAwait(false) is { } solution)
                offers.Add(new FixOffer(title + choice.TitleSuffix, EquivalenceKey + choice.KeySuffix + (isOfAny ? OfAnyKey : ""), solution));
        }

        return offers;
    }

    private static async Task<Solution?> ConvertAsync(ProgramView program, ImmutableArray<Diagnostic> findings, string? key, CancellationToken cancellation)
    {
        // Fixing all from the command line takes what is offered first: where that is for callers who name their models, the others are fixed all the same.
        if (FamilyChoice.Of(program, Target).FirstOrDefault(choice => key is null || key == EquivalenceKey + choice.KeySuffix || key == EquivalenceKey + choice.KeySuffix + OfAnyKey) is not { } chosen)
            return null;
        var consumers = findings.Select(finding => Consumer.Of(program, finding)).OfType<Consumer>().Where(static consumer => !consumer.Models.IsEmpty).GroupBy(static consumer => consumer.Place).Select(static same => same.First())
            .OrderBy(static consumer => consumer.Place.SyntaxTree.FilePath, System.StringComparer.Ordinal).ThenBy(static consumer => consumer.Place.SpanStart).ToImmutableArray();
        return await Soundness.MostOfAsync(consumers, some => TryAsync(program, chosen.Family, some, cancellation)).ConfigureAwait(false);
    }

    private static async Task<Solution?> TryAsync(ProgramView program, CounterpartFamily family, ImmutableArray<Consumer> consumers, CancellationToken cancellation)
    {
        if (consumers.IsEmpty)
            return null;
        var solution = ConsumerConversion.Apply(program, family, consumers);
        return !program.Has(family) || await Soundness.HoldsAsync(program, solution, changesMembers: false, consumers.Length, cancellation).ConfigureAwait(false) ? solution : null;
    }
}
