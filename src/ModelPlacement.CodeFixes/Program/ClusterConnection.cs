using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ModelPlacement.CodeFixes.Counterparts;
using ModelPlacement.CodeFixes.Writing;

namespace ModelPlacement.CodeFixes.Program;

/// <summary>What connects a Kubernetes provider to a cluster on the compliant cloud, which is declared before it where the program has none.</summary>
/// <param name="Provider">The creation of the provider.</param>
/// <param name="KubeConfig">The kubeconfig that it is given, in place.</param>
/// <param name="Before">The statement before which a cluster can be declared.</param>
/// <param name="Options">The provider's options.</param>
/// <param name="Family">The SDK family of the cluster.</param>
/// <param name="Machine">The size of the cluster's machines.</param>
internal sealed record ClusterConnection(ResourceCreation Provider, ExpressionSyntax KubeConfig, StatementSyntax Before, CarriedOptions Options, CounterpartFamily Family, string Machine)
{
    private const string KubeConfigInput = "kubeconfig";

    // Whatever else a provider is given (a context, a path of its own) is about the cluster that it had.
    private static readonly ImmutableHashSet<string> Neutral = ImmutableHashSet.Create(StringComparer.Ordinal, KubeConfigInput, "namespace", "enableServerSideApply", "enableConfigMapMutable", "enableSecretMutable");

    /// <summary>What the person who chooses it reads.</summary>
    public string Title => Rules.Target.Title;

    private static ClusterRules Rules => CounterpartData.BuiltIn.ClusterRules;

    /// <summary>The connection of a provider for some workloads; null where the provider says more than its kubeconfig, or the project has no SDK of a cluster.</summary>
    public static ClusterConnection? Of(ProgramView program, ILocalSymbol provider, IEnumerable<SyntaxNode> workloads)
    {
        if (provider.DeclaringSyntaxReferences is not [var reference]
            || reference.GetSyntax() is not VariableDeclaratorSyntax { Initializer.Value: BaseObjectCreationExpressionSyntax syntax }
            || ResourceCreation.Of(program, syntax) is not { } creation
            || creation.Input(KubeConfigInput) is not { } kubeConfig
            || !ResourceCreation.Members(creation.Initializer).All(member => program.SymbolOf(member.Member) is IPropertySymbol property && Neutral.Contains(program.Pulumi.InputName(property)!))
            || CarriedOptions.Of(program, creation) is not { } options
            || Insertion.StatementBefore(program, syntax) is not { } before
            || Rules.Target.Families.FirstOrDefault(program.Has) is not { } family)
        {
            return null;
        }

        var asksForGraphics = workloads.Any(static workload => workload.DescendantTokens().Any(static token => token.IsKind(SyntaxKind.StringLiteralToken) && Rules.Graphics.Contains(token.ValueText)));
        return new ClusterConnection(creation, kubeConfig, before, options, family, asksForGraphics ? Rules.MachineWithGraphics : Rules.Machine);
    }

    public void Write(ProgramView program, ChangedFile file, SupportDeclarations declarations)
    {
        var supports = Supports.Of(program, Family, Before, Provider.Syntax);
        var position = declarations.PositionBefore(file, Before);
        var need = new SupportNeed(Family, Rules.Target.Name, Provider, Options, slot => slot switch
        {
            "machine" => ResourceWriter.Quote(Machine),
            _ when Family.Reads.ContainsKey(slot) => CounterpartReads.Fill(Family, slot, file, supports, position),
            _ => null,
        });
        if (!supports.Missing.IsEmpty)
            supports = declarations.Declare(file, Before, supports, CreationStyle.Of(Provider, isExplicitlyTyped: false), need);
        var reads = new CounterpartReads(need, file, supports, position, Layout.IndentOf(file.Text, Before.SpanStart));
        file.Edits.Replace(KubeConfig.Span, reads.Write(KubeConfigInput, KubeConfig.SpanStart));
    }
}
