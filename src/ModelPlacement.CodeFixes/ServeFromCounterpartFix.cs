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
using ModelPlacement.Engine.Models;
using ModelPlacement.Engine.Policies;

namespace ModelPlacement.CodeFixes;

/// <summary>
/// Puts the compliant counterpart in place of a resource that serves a restricted model: an Azure OpenAI deployment, in the SDK family that the project references.
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
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleId.ServedOutsideAllowedClouds);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => CounterpartFixAll.Instance;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await ProgramView.OfAsync(context.Document.Project, context.CancellationToken).ConfigureAwait(false) is not { } program)
            return;

        foreach (var diagnostic in context.Diagnostics)
        {
            if (FindingFacts.Of(diagnostic, program) is { } facts)
            {
                foreach (var (family, key) in Families(program, facts.Source.Target))
                    await RegisterAsync(context, program, diagnostic, facts, family, key, Retirement(program, facts.Model)).ConfigureAwait(false);
            }

            if (FindingFacts.OfSuccessor(diagnostic, program) is { } successor)
            {
                var (family, key) = Families(program, successor.Source.Target).First();
                await RegisterAsync(context, program, diagnostic, successor, family, key + SuccessorKey, " in place of " + diagnostic.Properties[FindingProperties.Model]).ConfigureAwait(false);
            }
        }
    }

    private static async Task RegisterAsync(CodeFixContext context, ProgramView program, Diagnostic diagnostic, FindingFacts facts, CounterpartFamily family, string key, string note)
    {
        if (await ConvertedProject.OfAsync(program, ImmutableArray.Create(facts), family, context.CancellationToken).ConfigureAwait(false) is not { } solution)
            return;
        var title = facts.Source.Target.TitleFor(facts.Model.Name) + note;
        if (!program.Has(family))
            title += " (add package " + family.Namespace + ")";
        else if (family != Families(program, facts.Source.Target).First().Family)
            title += " (" + family.Namespace + ")";
        context.RegisterCodeFix(CodeAction.Create(title, createChangedSolution: _ => Task.FromResult(solution), key), diagnostic);
    }

    private static string Retirement(ProgramView program, CounterpartModel model) =>
        PlatformModels.IsOffered(model, program.AsOf) ? "" : ", which retired it on " + model.Retires!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The families that a project can use, the preferred one first, each with its equivalence key; where it can use none yet, the preferred one.</summary>
    internal static IEnumerable<(CounterpartFamily Family, string Key)> Families(ProgramView program, CounterpartTarget target)
    {
        var usable = target.Families.Where(program.Has).ToList();
        if (usable.Count == 0)
            yield return (target.Families[0], EquivalenceKey + ":package");
        for (var index = 0; index < usable.Count; index++)
            yield return (usable[index], index == 0 ? EquivalenceKey : EquivalenceKey + ":" + usable[index].Id);
    }
}
