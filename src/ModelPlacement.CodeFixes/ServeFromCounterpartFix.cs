using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
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
public sealed class ServeFromCounterpartFix : CodeFixProvider
{
    /// <summary>The key of the preferred family; others have it with their id.</summary>
    internal const string EquivalenceKey = "ServeFromCounterpart";

    // Another model is a person's choice: no family has this key, so fixing all leaves it alone.
    private const string SuccessorKey = ":successor";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleId.ServedOutsideAllowedClouds, RuleId.SelfHostedOutsideAllowedClouds);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => CounterpartFixAll.Instance;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await ProgramView.OfAsync(context.Document.Project, context.CancellationToken).ConfigureAwait(false) is not { } program)
            return;

        foreach (var diagnostic in context.Diagnostics)
        {
            // Fixing all from the command line takes what is registered first: an alternative is offered only after the preferred way.
            var isPreferredOffered = false;
            foreach (var way in Ways(program, diagnostic))
            {
                var isPreferred = way.Source == Ways(program, diagnostic).First().Source;
                if ((isPreferred || isPreferredOffered) && FindingFacts.Of(diagnostic, program, way.Source, way.Family) is { } facts)
                    isPreferredOffered |= await RegisterAsync(context, program, diagnostic, facts, way.Title + Retirement(program, facts), way.Key).ConfigureAwait(false);
                if (way.Key == EquivalenceKey && way.Source.Target.AsksForModel && FindingFacts.OfSuccessor(diagnostic, program, way.Source, way.Family) is { } successor)
                    await RegisterAsync(context, program, diagnostic, successor, way.Title + " in place of " + diagnostic.Properties[FindingProperties.Model], way.Key + SuccessorKey).ConfigureAwait(false);
            }
        }
    }

    /// <summary>The ways to fix a diagnostic in a project, the preferred one first: each thing that the resource can become, in each SDK family that the project can use.</summary>
    internal static IEnumerable<(CounterpartSource Source, CounterpartFamily Family, string Key, string Title)> Ways(ProgramView program, Diagnostic diagnostic)
    {
        if (!diagnostic.Properties.TryGetValue(FindingProperties.Token, out var token) || token is null)
            yield break;
        var sources = CounterpartData.BuiltIn.SourcesOf(token);
        foreach (var source in sources)
        {
            var key = source == sources.First() ? EquivalenceKey : EquivalenceKey + ":" + source.Target.Id;
            foreach (var (family, suffix) in Families(program, source.Target))
                yield return (source, family, key + suffix, source.Target.Title + (suffix.Length == 0 ? "" : program.Has(family) ? " (" + family.Namespace + ")" : " (add package " + family.Namespace + ")"));
        }
    }

    /// <summary>The families that a project can use, the preferred one first, each with what tells its key from that one's; where it can use none yet, the preferred one.</summary>
    private static IEnumerable<(CounterpartFamily Family, string Suffix)> Families(ProgramView program, CounterpartTarget target)
    {
        var usable = target.Families.Where(program.Has).ToList();
        return usable.Count == 0 ? [(target.Families[0], ":package")] : usable.Select(static (family, index) => (family, index == 0 ? "" : ":" + family.Id));
    }

    private static async Task<bool> RegisterAsync(CodeFixContext context, ProgramView program, Diagnostic diagnostic, FindingFacts facts, string title, string key)
    {
        if (await ConvertedProject.OfAsync(program, ImmutableArray.Create(facts), context.CancellationToken).ConfigureAwait(false) is not { } solution)
            return false;
        context.RegisterCodeFix(CodeAction.Create(title.Replace("{model}", facts.Model?.Name ?? diagnostic.Properties[FindingProperties.Model]), createChangedSolution: _ => Task.FromResult(solution), key), diagnostic);
        return true;
    }

    private static string Retirement(ProgramView program, FindingFacts facts) =>
        facts.Source.Target.AsksForModel && facts.Model?.Retires is { } day && day <= program.AsOf ? ", which retired it on " + day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "";
}
