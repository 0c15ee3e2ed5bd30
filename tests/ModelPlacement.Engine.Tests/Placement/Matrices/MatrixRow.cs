using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using ModelPlacement.Engine.Documents;
using ModelPlacement.Engine.Tests.Catalog;
using ModelPlacement.Engine.Tests.StackProgram.Differential;

namespace ModelPlacement.Engine.Tests.Placement.Matrices;

/// <summary>A row of a matrix: a program, and the findings that it must and may have.</summary>
/// <param name="Case">What the row is about, for a person; unique in its file.</param>
/// <param name="Provider">The package whose resource is judged.</param>
/// <param name="Role">The role of that resource in the catalog.</param>
/// <param name="Program">The statements of the stack, or a whole program where it calls <c>RunAsync</c> itself; lines of <c>using</c> first.</param>
/// <param name="Types">Types the program declares.</param>
/// <param name="Finds">Its findings as <see cref="MatrixProgram"/> writes them, in the order of the program; none for a trap.</param>
/// <param name="Sees">The models that a trap shows all the same: what the engine knows to be there and rightly says nothing of.</param>
/// <param name="Configuration">The stack's configuration; null where none is known.</param>
internal sealed record MatrixRow(
    string Case, string Provider, string Role, string Program, string Types, ImmutableArray<string> Finds, ImmutableArray<string> Sees, StackSettings? Configuration)
{
    private const string Usings = """
        using System.Text;
        using System.Text.Json;
        using Pulumi;
        using Aws = Pulumi.Aws;
        using AwsNative = Pulumi.AwsNative;
        using Azure = Pulumi.Azure;
        using AzureNative = Pulumi.AzureNative;
        using Command = Pulumi.Command;
        using Databricks = Pulumi.Databricks;
        using DigitalOcean = Pulumi.DigitalOcean;
        using Docker = Pulumi.Docker;
        using Eks = Pulumi.Eks;
        using Gcp = Pulumi.Gcp;
        using K8s = Pulumi.Kubernetes;
        using Pulumi.Kubernetes.Types.Inputs.Apps.V1;
        using Pulumi.Kubernetes.Types.Inputs.Core.V1;
        using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
        using Pulumi.Kubernetes.Types.Inputs.Networking.V1;
        """;

    private static readonly ImmutableArray<string> Keys = ["case", "provider", "role", "program", "types", "finds", "sees", "config"];

    /// <summary>The rows of a file in the Matrices folder.</summary>
    public static ImmutableArray<MatrixRow> All(string file) => [.. Items(file).Select(item => Read((DocumentMapping)item))];

    /// <summary>Hand-written classes of the providers that have no reference SDK, by namespace.</summary>
    public static ImmutableDictionary<string, string> Surfaces() =>
        ((DocumentMapping)Root("surfaces.yaml")).Entries.ToImmutableDictionary(static entry => entry.Key.Text, static entry => Text(entry.Value));

    /// <summary>The whole program of the row.</summary>
    public string Source
    {
        get
        {
            var lines = Program.Split('\n');
            var own = lines.TakeWhile(static line => line.StartsWith("using ", StringComparison.Ordinal) && !line.StartsWith("using var", StringComparison.Ordinal)).ToArray();
            var statements = string.Join("\n", lines.Skip(own.Length));
            if (!statements.Contains("RunAsync", StringComparison.Ordinal))
                statements = "return await Pulumi.Deployment.RunAsync(() =>\n{\n" + statements + "\n});";
            return string.Join("\n", [Usings, .. own, statements, Types]);
        }
    }

    public override string ToString() => Provider + " " + Role + ": " + Case;

    private static ImmutableArray<DocumentNode> Items(string file) => ((DocumentSequence)Root(file)).Items;

    private static DocumentNode Root(string file)
    {
        var document = Document.Read(new DocumentFile(file, Repository.TextOf("tests", "ModelPlacement.Engine.Tests", "Placement", "Matrices", file)));
        return document is { Errors.IsEmpty: true, Root: { } root } ? root : throw new KeyNotFoundException(file + ": " + string.Join("\n", document.Errors));
    }

    private static MatrixRow Read(DocumentMapping row)
    {
        var values = row.Entries.ToDictionary(static entry => entry.Key.Text, static entry => entry.Value);
        if (values.Keys.Except(Keys).FirstOrDefault() is { } unknown)
            throw new KeyNotFoundException(row.Position + ": a row has no '" + unknown + "'");
        return new MatrixRow(
            Text(values["case"]),
            Text(values["provider"]),
            Text(values["role"]),
            Text(values["program"]),
            values.TryGetValue("types", out var types) ? Text(types) : "",
            values.TryGetValue("finds", out var finds) ? Texts(finds) : [],
            values.TryGetValue("sees", out var sees) ? Texts(sees) : [],
            values.TryGetValue("config", out var config) ? Settings((DocumentMapping)config) : null);
    }

    private static string Text(DocumentNode node) => ((DocumentScalar)node).Text;

    private static ImmutableArray<string> Texts(DocumentNode node) => node is DocumentSequence sequence ? [.. sequence.Items.Select(Text)] : [Text(node)];

    private static StackSettings Settings(DocumentMapping config) =>
        new("prod", config.Entries.ToImmutableSortedDictionary(static entry => entry.Key.Text, static entry => Text(entry.Value)));
}
