using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using ModelPlacement.Engine.Findings;

namespace ModelPlacement.Analyzers;

/// <summary>
/// Reports what the placement policies say of the resources of a Pulumi stack, live, at the code that each finding sits on; and what is wrong in the policy files, at
/// the entry that is.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PlacementAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = Descriptors.OfResources.AddRange(Descriptors.OfPolicies);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(static start =>
        {
            var inputs = new PlacementInputs(start.Options);
            if (ProgramFindings.For(start.Compilation, inputs.Policies, inputs.Stacks) is not { } findings)
                return;
            start.RegisterOperationBlockAction(block => Report(block, findings));
            start.RegisterAdditionalFileAction(file => Report(file, inputs));
            start.RegisterCompilationEndAction(end => ReportUnused(end, inputs, findings));
        });
    }

    private static void Report(OperationBlockAnalysisContext context, ProgramFindings findings)
    {
        foreach (var block in context.OperationBlocks)
            findings.Add(block);
        foreach (var finding in findings.In(context.FilterTree, context.CancellationToken))
        {
            if (IsOf(context, finding.Location.SourceSpan))
                context.ReportDiagnostic(AsDiagnostic(finding));
        }
    }

    // Each finding belongs to one body: an IDE drops what is reported outside of the code that an action is for.
    private static bool IsOf(OperationBlockAnalysisContext context, TextSpan span)
    {
        foreach (var block in context.OperationBlocks)
        {
            if (block.Syntax is CompilationUnitSyntax unit ? unit.Members.OfType<GlobalStatementSyntax>().Any(statement => statement.FullSpan.Contains(span)) : block.Syntax.FullSpan.Contains(span))
                return true;
        }

        return context.OwningSymbol.Locations.Any(location => location.SourceSpan == span);
    }

    private static Diagnostic AsDiagnostic(Finding finding)
    {
        var descriptor = Descriptors.Of(finding.Rule);
        return Diagnostic.Create(
            descriptor,
            finding.Location,
            finding.Severity ?? descriptor.DefaultSeverity,
            finding.Evidence,
            FindingProperties.Of(finding),
            finding.Message);
    }

    private static void Report(AdditionalFileAnalysisContext context, PlacementInputs inputs)
    {
        if (!inputs.IsPolicy(context.AdditionalFile))
            return;
        foreach (var problem in inputs.Policies(context.CancellationToken).Problems)
        {
            if (string.Equals(problem.Path, context.AdditionalFile.Path, System.StringComparison.Ordinal))
                context.ReportDiagnostic(Diagnostic.Create(Descriptors.Of(problem.Rule), problem.Position.ToLocation(), problem.Message));
        }
    }

    private static void ReportUnused(CompilationAnalysisContext context, PlacementInputs inputs, ProgramFindings findings)
    {
        foreach (var problem in inputs.Policies(context.CancellationToken).Unused(findings.Exemptions(context.CancellationToken)))
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.Of(problem.Rule), problem.Position.ToLocation(), problem.Message));
    }
}
