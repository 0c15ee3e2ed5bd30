using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ModelPlacement.Benchmarks;

/// <summary>What each stack file of a project costs: a program of a thousand resources, judged in several stacks that answer differently everything it asks for.</summary>
public class StacksBenchmarks
{
    private readonly SyntheticStack _stack = SyntheticStack.Of(1_000);
    private ImmutableArray<AdditionalText> _files;

    /// <summary>Stack files of the project.</summary>
    [Params(1, 8)]
    public int Stacks { get; set; }

    [GlobalSetup]
    public async Task SetUp()
    {
        _files = [new StackFile("Pulumi.yaml", "name: acme\nruntime: dotnet\n"), .. Enumerable.Range(0, Stacks).Select(Settings)];
        var message = (await Analysis.Of(_stack.Compile(), ComparedAnalyzers.ModelPlacement, _files))[0].GetMessage(CultureInfo.InvariantCulture);
        if (!message.Contains("stack", StringComparison.Ordinal))
            throw new InvalidOperationException($"The stack files are not read: {message}");
    }

    [Benchmark]
    public async Task<int> ModelPlacement() => (await Analysis.Of(_stack.Compile(), ComparedAnalyzers.ModelPlacement, _files)).Length;

    private static StackFile Settings(int stack) => new(
        string.Create(CultureInfo.InvariantCulture, $"Pulumi.stack{stack}.yaml"),
        string.Create(CultureInfo.InvariantCulture, $"config:\n  acme:environment: environment{stack}\n  acme:instances: \"{stack + 1}\"\n"));

    private sealed class StackFile(string path, string text) : AdditionalText
    {
        public override string Path { get; } = path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }
}
