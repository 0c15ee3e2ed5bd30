using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis.CSharp;
using ModelPlacement.Engine.StackProgram;

namespace ModelPlacement.Engine.Tests.StackProgram.Differential;

/// <summary>A program of whose resources nothing is asked, beside the same one asked for everything: but for the inputs that are spared, the graphs are the same.</summary>
internal static class SparedInputs
{
    private const string NotAsked = "an input that nothing asks for";

    /// <summary>What else differs, and how many inputs were spared.</summary>
    public static (IReadOnlyList<string> Wrong, int Spared) Of(CSharpCompilation compilation, StackSettings? stack)
    {
        var asked = Resources(compilation, stack, EvaluationOptions.Default);
        var spared = Resources(compilation, stack, EvaluationOptions.Default with { IsAsked = static (_, _) => false });
        if (asked.Count != spared.Count)
            return ([$"{asked.Count} resources where everything is asked, {spared.Count} where nothing is"], 0);
        var count = 0;
        var wrong = new List<string>();
        foreach (var (full, partial) in asked.Zip(spared))
        {
            foreach (var (key, value) in partial["inputs"] as JsonObject ?? [])
            {
                if ((value as JsonObject)?["$unknown"]?.ToString() != NotAsked)
                    continue;
                count++;
                if (full["inputs"]!.AsObject().ContainsKey(key))
                    full["inputs"]![key] = value!.DeepClone();
                else
                    full["inputs"]!.AsObject().Add(key, value!.DeepClone());
            }

            if (!JsonNode.DeepEquals(full, partial))
                wrong.Add($"{full} where everything is asked, {partial} where nothing is");
        }

        return (wrong, count);
    }

    private static List<JsonNode> Resources(CSharpCompilation compilation, StackSettings? stack, EvaluationOptions options) =>
        [.. JsonNode.Parse(ResourceGraphJson.Write(DifferentialResult.Analyze(compilation, stack, options)))!.AsArray().Select(static resource => resource!)];
}
