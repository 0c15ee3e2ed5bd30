using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Pulumi.Utilities;
using Xunit;
using static Pulumi.Reference.Tests.Runs.Program;

namespace Pulumi.Reference.Tests.Runs;

/// <summary>Outputs: known ones compute, unknown ones stay unknown.</summary>
public sealed class OutputTests
{
    [Fact]
    public async Task ApplyOnAKnownValueRuns()
    {
        var recording = await RecordAsync(() => new Thing("t", new ThingArgs
        {
            Text = Output.Create("a").Apply(text => text + "b"),
            Number = Output.Create(Task.FromResult(1)).Apply(async number =>
            {
                await Task.Yield();
                return number + 1;
            }),
            Items = Output.Create("x").Apply(text => Output.Create(new[] { text, "y" })),
            Flag = ((Input<string>)"a").Apply(text => text == "a"),
        }));
        Equal("""{"text":"ab","number":2,"items":["x","y"],"flag":true}""", recording.Named("t").Inputs);
    }

    [Fact]
    public async Task ApplyOnAnUnknownValueDoesNotRun()
    {
        var runs = 0;
        var recording = await RecordAsync(() =>
        {
            var first = new Thing("first");
            new Thing("second", new ThingArgs
            {
                Text = first.Text.Apply(text =>
                {
                    runs++;
                    return text + "b";
                }),
                Plain = "known",
            });
        });
        Assert.Equal(0, runs);
        Equal("""{"text":{"$unknown":"apply on test:index:Thing 'first' text"},"plain":"known"}""", recording.Named("second").Inputs);
    }

    [Fact]
    public async Task ApplyToAnUnknownOutputKeepsTheReference()
    {
        var recording = await RecordAsync(() =>
        {
            var first = new Thing("first");
            new Thing("second", new ThingArgs { Text = Output.Create(0).Apply(_ => first.Text) });
        });
        Equal("""{"text":{"$ref":{"token":"test:index:Thing","name":"first","output":"text"}}}""", recording.Named("second").Inputs);
    }

    [Fact]
    public async Task FormatOfKnownValuesIsText()
    {
        var recording = await RecordAsync(() => new Thing("t", new ThingArgs
        {
            Text = Output.Format($"{Output.Create("a")}-{(Input<int>)7:D3}-{{{"b",3}}}"),
        }));
        Equal("\"a-007-{  b}\"", recording.Named("t").Inputs["text"]);
    }

    [Fact]
    public async Task FormatWithAnUnknownValueKeepsItsPieces()
    {
        var recording = await RecordAsync(() =>
        {
            var first = new Thing("first");
            var inner = Output.Format($"[{first.Text}]");
            new Thing("second", new ThingArgs { Text = Output.Format($"openai/{Output.Create("gpt")}:{inner}{first.Id}{{}}") });
        });
        Equal("""{"$text":["openai/gpt:[",null,"]",null,"{}"]}""", recording.Named("second").Inputs["text"]);
    }

    [Fact]
    public async Task TuplesAndAll()
    {
        var recording = await RecordAsync(() =>
        {
            var first = new Thing("first");
            new Thing("known", new ThingArgs
            {
                Text = Output.Tuple(Output.Create("a"), Output.Create(1)).Apply(pair => $"{pair.Item1}{pair.Item2}"),
                Items = Output.All<string>("a", "b").Apply(all => all.Reverse().ToArray()),
            });
            new Thing("eight", new ThingArgs
            {
                Number = Output.Tuple<int, int, int, int, int, int, int, int>(1, 2, 3, 4, 5, 6, 7, 8).Apply(t => t.Item1 + t.Item8),
            });
            new Thing("unknown", new ThingArgs { Text = Output.Tuple<string, string>("a", first.Text).Apply(pair => pair.Item1) });
        });
        Equal("""{"text":"a1","items":["b","a"]}""", recording.Named("known").Inputs);
        Equal("9", recording.Named("eight").Inputs["number"]);
        Equal("""{"text":{"$unknown":"apply on a list with unknown items"}}""", recording.Named("unknown").Inputs);
    }

    [Fact]
    public async Task JsonSerializeWritesNestedOutputs()
    {
        var recording = await RecordAsync(() =>
        {
            var first = new Thing("first");
            new Thing("known", new ThingArgs { Text = Output.JsonSerialize(Output.Create(new { model = "gpt", image = Output.Create("img"), n = (Input<int>)1 })) });
            new Thing("unknown", new ThingArgs
            {
                Text = Output.JsonSerialize(Output.Create(new Dictionary<string, object> { ["model"] = "gpt", ["role"] = first.Text })),
            });
            new Thing("whole", new ThingArgs { Text = Output.JsonSerialize(first.Labels) });
        });
        Equal("""{"model":"gpt","image":"img","n":1}""", System.Text.Json.Nodes.JsonNode.Parse(recording.Named("known").Inputs["text"]!.GetValue<string>()));
        Equal("""{"$text":["{\"model\":\"gpt\",\"role\":",null,"}"]}""", recording.Named("unknown").Inputs["text"]);
        Equal("""{"$unknown":"JSON of test:index:Thing 'first' labels"}""", recording.Named("whole").Inputs["text"]);
    }

    [Fact]
    public async Task JsonSerializeWritesInputLists()
    {
        var recording = await RecordAsync(() => new Thing("t", new ThingArgs
        {
            Text = Output.JsonSerialize(Output.Create(new { list = (InputList<string>)new[] { "a", "b" } })),
        }));
        Assert.Equal("{\"list\":[\"a\",\"b\"]}", recording.Named("t").Inputs["text"]!.GetValue<string>());
    }

    [Fact]
    public async Task ANullInputInATupleIsTheDefault()
    {
        var pair = await OutputUtilities.GetValueAsync(Output.Tuple<string?, int>((Input<string?>)null!, (Input<int>)null!));
        Assert.Equal((null, 0), pair);
    }

    [Fact]
    public async Task JsonDeserializeReads()
    {
        var recording = await RecordAsync(() => new Thing("t", new ThingArgs { Items = Output.JsonDeserialize<List<string>>(Output.Create("""["a"]""")) }));
        Equal("""["a"]""", recording.Named("t").Inputs["items"]);
    }

    [Fact]
    public async Task SecretsSpread()
    {
        var secret = Output.CreateSecret("s");
        Assert.True(await Output.IsSecretAsync(secret.Apply(text => text + "!")));
        Assert.True(await Output.IsSecretAsync(Output.Format($"{secret}")));
        Assert.True(await Output.IsSecretAsync(Output.Tuple(secret, Output.Create(1))));
        Assert.True(await Output.IsSecretAsync(Output.Create(1).Apply(_ => secret)));
        Assert.True(await Output.IsSecretAsync(Output.JsonSerialize(Output.Create(new { secret }))));
        Assert.False(await Output.IsSecretAsync(Output.Unsecret(secret)));
        Assert.False(await Output.IsSecretAsync(Output.Create("s")));
        Assert.True(await Output.IsSecretAsync(Output.CreateSecret(Task.FromResult(1))));
    }

    [Fact]
    public async Task UtilitiesLookInside()
    {
        await RecordAsync(async () =>
        {
            var thing = new Thing("t");
            Assert.False(await OutputUtilities.GetIsKnownAsync(thing.Text));
            Assert.Same(thing, Assert.Single(await OutputUtilities.GetDependenciesAsync(thing.Text.Apply(text => text))));
            Assert.True(await OutputUtilities.GetIsKnownAsync(Output.Create(1)));
            Assert.False(await OutputUtilities.GetIsKnownAsync(OutputUtilities.CreateUnknown(1)));
            Assert.Same(thing, Assert.Single(await OutputUtilities.GetDependenciesAsync(OutputUtilities.WithDependency(Output.Create(1), thing))));
        });
    }

    [Fact]
    public async Task ExtensionsLookIntoListsAndUnions()
    {
        var list = Output.Create(ImmutableArray.Create("a", "b"));
        Assert.Equal("b", await OutputUtilities.GetValueAsync(list.GetAt(1)));
        Assert.Equal("a", await OutputUtilities.GetValueAsync(list.First()));
        Assert.Equal(2, await OutputUtilities.GetValueAsync(list.Length()));
        var union = Output.Create(Union<string, int>.FromT1(7));
        Assert.Equal(7, await OutputUtilities.GetValueAsync(union.AsT1()));
        Assert.False(await OutputUtilities.GetValueAsync(union.IsT0()));
        Assert.Equal(7, await OutputUtilities.GetValueAsync(union.Value()));
    }

    [Fact]
    public async Task ADeferredOutputWaits()
    {
        var recording = await RecordAsync(() =>
        {
            var deferred = new DeferredOutput<string>();
            new Thing("t", new ThingArgs { Text = deferred.Output });
            deferred.Resolve(Output.Create("late"));
        });
        Equal("""{"text":"late"}""", recording.Named("t").Inputs);
    }

    [Fact]
    public void UnionsAreOneOfTwo()
    {
        Union<string, int> text = "a";
        Union<string, int> number = 1;
        Assert.True(text.IsT0);
        Assert.Equal("a", text.AsT0);
        Assert.Throws<InvalidOperationException>(() => text.AsT1);
        Assert.Equal(2, number.Match(_ => 0, value => value + 1));
        Assert.Equal(2L, number.MapT1(value => value + 1L).AsT1);
        Assert.True(number == Union<string, int>.FromT1(1));
        Assert.True(number != text);
        Assert.False(number.TryPickT0(out _, out var rest));
        Assert.Equal(1, rest);
    }
}
