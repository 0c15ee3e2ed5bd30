using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace ModelPlacement.Hardening.Tests;

/// <summary>One compilation, many callers at once, some of whom give up: all others get the same findings.</summary>
public sealed class ConcurrencyTests
{
    private const int Callers = 50;

    [Fact]
    public async Task Fifty_at_once_find_the_same()
    {
        var expected = await Host.FindingsAsync(Compile());
        Assert.InRange(expected.Count, 10, int.MaxValue);
        var compilation = Compile();
        var all = await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(() => Host.FindingsAsync(compilation))));
        Assert.All(all, findings => Assert.Equal(expected, findings));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Callers_who_give_up_spoil_nothing_for_the_others(int seed)
    {
        var expected = await Host.FindingsAsync(Compile());
        var random = new Random(seed);
        var compilation = Compile();
        var delays = Enumerable.Range(0, Callers).Select(caller => caller % 2 == 0 ? (int?)null : random.Next(0, 60)).ToList();
        var all = await Task.WhenAll(delays.Select(delay => Task.Run(() => FindAsync(compilation, delay))));
        Assert.Equal(Callers / 2, all.Count(static findings => findings is not null) - all.Where(static (findings, caller) => caller % 2 == 1 && findings is not null).Count());
        Assert.All(all.Where(static findings => findings is not null), findings => Assert.Equal(expected, findings));
        Assert.Equal(expected, await Host.FindingsAsync(compilation));
    }

    [Fact]
    public async Task The_first_caller_may_be_the_one_who_gives_up()
    {
        var compilation = Compile();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Host.FindingsAsync(compilation, new CancellationToken(canceled: true)));
        Assert.Equal(await Host.FindingsAsync(Compile()), await Host.FindingsAsync(compilation));
    }

    // Whoever is cancelled gets nothing.
    private static async Task<IReadOnlyList<string>?> FindAsync(CSharpCompilation compilation, int? delay)
    {
        using var source = new CancellationTokenSource();
        if (delay is { } milliseconds)
            source.CancelAfter(milliseconds);
        try
        {
            return await Host.FindingsAsync(compilation, source.Token);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    // Programs of several files, with findings in each: helpers, components, chains.
    private static CSharpCompilation Compile() => Host.Compile(
        Enumerable.Range(0, 12).Select(static index => Host.Tree(Part(index), "Part" + index.ToString(System.Globalization.CultureInfo.InvariantCulture) + ".cs")).Append(Host.Tree(
            "return await Pulumi.Deployment.RunAsync(() =>\n{\n" + string.Concat(Enumerable.Range(0, 12).Select(static index => FormattableString.Invariant($"    Part{index}.Create(\"a{index}\", \"openai.gpt-5.5\");\n"))) + "});\n")));

    private static string Part(int index) => FormattableString.Invariant($$"""
        using Pulumi.Aws.Bedrock;
        using Pulumi.Aws.Sagemaker;
        using Pulumi.Aws.Sagemaker.Inputs;

        static class Part{{index}}
        {
            public static void Create(string name, string id)
            {
                _ = new AgentAgent(name, new() { AgentName = name, AgentResourceRoleArn = "role", FoundationModel = id });
                var model = new Model(name + "-model", new()
                {
                    ExecutionRoleArn = "role",
                    PrimaryContainer = new ModelPrimaryContainerArgs { Image = "image", Environment = { ["MODEL_ID"] = "openai/gpt-4o" } },
                });
                var configuration = new EndpointConfiguration(name + "-configuration", new()
                {
                    ProductionVariants = { new EndpointConfigurationProductionVariantArgs { ModelName = model.Name } },
                });
                _ = new Endpoint(name + "-endpoint", new() { EndpointConfigName = configuration.Name });
            }
        }
        """);
}
