using System.Collections.Immutable;
using System.Linq;
using System.Text.Json;
using ModelPlacement.Engine.Documents;
using ModelPlacement.Engine.StackProgram;

namespace ModelPlacement.Engine.Tests.StackProgram.Differential;

/// <summary>The name and configuration of a stack: what the run is given, and as stack files what analysis is given.</summary>
internal sealed record StackSettings(string StackName, ImmutableSortedDictionary<string, string> Configuration)
{
    public const string ProjectName = "project";

    public static readonly StackSettings None = new("dev", ImmutableSortedDictionary<string, string>.Empty);

    /// <summary>The files that say so: <c>Pulumi.yaml</c> and <c>Pulumi.dev.yaml</c>. An object or list is given as JSON, which is YAML too.</summary>
    public (DocumentFile Project, DocumentFile Stack) Files => (
        new DocumentFile("Pulumi.yaml", "name: " + ProjectName + "\nruntime: dotnet\n"),
        new DocumentFile("Pulumi." + StackName + ".yaml", "config:" + (Configuration.IsEmpty ? " {}\n" : "\n" + string.Concat(Configuration.Select(static entry => "  " + entry.Key + ": " + Yaml(entry.Value) + "\n")))));

    /// <summary>The stack as its files say it.</summary>
    public StackConfiguration ToFiles() => StackConfiguration.Read(Files.Project, Files.Stack);

    private static string Yaml(string value) => value.StartsWith('{') || value.StartsWith('[') ? value : JsonSerializer.Serialize(value);
}
