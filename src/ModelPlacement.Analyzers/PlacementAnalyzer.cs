using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using ModelPlacement.Engine.Findings;
using ModelPlacement.Engine.Policies;
using ModelPlacement.Engine.StackProgram;

namespace ModelPlacement.Analyzers;

/// <summary>Reports what the placement policies say of the resources of a Pulumi stack, live, at the code that each finding sits on.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PlacementAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Descriptors.OfResources;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(static start =>
        {
            if (ProgramFindings.For(start.Compilation, PolicySet.Default, ImmutableArray<IStackSettings>.Empty) is { } findings)
                start.RegisterOperationBlockAction(block => Report(block, findings));
        });
    }

    private static void Report(OperationBlockAnalysisContext context, ProgramFindings findings)
    {
        foreach (var block in context.OperationBlocks)
            findings.Bodies.Add(block);
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
}
