using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Xunit;
using static Pulumi.Reference.Tests.Runs.Program;

namespace Pulumi.Reference.Tests.Runs;

/// <summary>Inputs by schema name, as the program gave them.</summary>
public sealed class ValueTests
{
    [Fact]
    public async Task KnownValuesAreRecordedBySchemaName()
    {
        var recording = await RecordAsync(() => new Thing("t", new ThingArgs
        {
            Text = "a",
            Number = 3,
            Plain = "p",
            Flag = true,
            Color = Color.Red,
            Items = { "x", "y" },
            Labels = { ["one"] = "1", ["two"] = "2" },
            Part = new ThingPartArgs { Size = 1.5 },
            Parts = { new ThingPartArgs { Size = 2 }, new ThingPartArgs { Size = 3 } },
        }));

        var thing = recording.Named("t");
        Assert.Equal("test:index:Thing", thing.Token);
        Equal(
            """
            {"text":"a","number":3,"plain":"p","flag":true,"color":"red","items":["x","y"],"labels":{"one":"1","two":"2"},
             "part":{"size":1.5},"parts":[{"size":2.0},{"size":3.0}]}
            """,
            thing.Inputs);
    }

    [Fact]
    public async Task WhatIsNotGivenOrNullIsNotRecorded()
    {
        var recording = await RecordAsync(() => new Thing("t", new ThingArgs { Text = (string?)null!, Body = new Dictionary<string, object?> { ["a"] = null, ["b"] = 1 } }));
        Equal("""{"body":{"b":1}}""", recording.Named("t").Inputs);
    }

    [Fact]
    public async Task AnUnmodifiedOutputIsAReference()
    {
        var recording = await RecordAsync(() =>
        {
            var first = new Thing("first");
            new Thing("second", new ThingArgs { Text = first.Text, Plain = "x", Color = first.Text, Items = first.Items, Labels = { ["id"] = first.Id } });
        });

        Equal(
            """
            {"text":{"$ref":{"token":"test:index:Thing","name":"first","output":"text"}},
             "plain":"x",
             "color":{"$ref":{"token":"test:index:Thing","name":"first","output":"text"}},
             "items":{"$ref":{"token":"test:index:Thing","name":"first","output":"items"}},
             "labels":{"id":{"$ref":{"token":"test:index:Thing","name":"first","output":"id"}}}}
            """,
            recording.Named("second").Inputs);
    }

    [Fact]
    public async Task AResourceAsInputIsAReferenceWithoutOutput()
    {
        var recording = await RecordAsync(() => new Thing("second", new ThingArgs { Other = new Thing("first") }));
        Equal("""{"other":{"$ref":{"token":"test:index:Thing","name":"first","output":""}}}""", recording.Named("second").Inputs);
    }

    [Fact]
    public async Task UnknownItemsLeaveTheOthersKnown()
    {
        var recording = await RecordAsync(() =>
        {
            var first = new Thing("first");
            new Thing("second", new ThingArgs { Items = { "a", first.Text }, Body = Output.All(first.Text, Output.Create("b")).Apply(all => (object)all) });
            new Thing("third", new ThingArgs { Items = Output.All<string>(first.Text, "b") });
        });

        const string Reference = """{"$ref":{"token":"test:index:Thing","name":"first","output":"text"}}""";
        Equal($$"""["a",{{Reference}}]""", recording.Named("second").Inputs["items"]);
        Equal($$"""[{{Reference}},"b"]""", recording.Named("third").Inputs["items"]);
        Assert.NotNull(recording.Named("second").Inputs["body"]!["$unknown"]);
    }

    [Fact]
    public async Task AnUnknownRunOfItemsMakesTheListUnknown()
    {
        var recording = await RecordAsync(() =>
        {
            var first = new Thing("first");
            InputList<string> list = first.Items;
            list.Add("more");
            InputMap<string> map = first.Labels;
            map.Add("more", "1");
            new Thing("second", new ThingArgs { Items = list, Labels = map });
        });

        Assert.StartsWith("list with an unknown number of items", recording.Named("second").Inputs["items"]!["$unknown"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.StartsWith("map with unknown keys", recording.Named("second").Inputs["labels"]!["$unknown"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ListsAndMapsConvertFromWhatProgramsHave()
    {
        var recording = await RecordAsync(() =>
        {
            new Thing("array", new ThingArgs { Items = new[] { "a", "b" } });
            new Thing("list", new ThingArgs { Items = new List<string> { "a" } });
            new Thing("single", new ThingArgs { Items = "a" });
            new Thing("output", new ThingArgs { Items = Output.Create(new List<string> { "a", "b" }) });
            new Thing("concat", new ThingArgs { Items = ((InputList<string>)"a").Concat(new[] { "b" }) });
            new Thing("map", new ThingArgs { Labels = new Dictionary<string, string> { ["k"] = "v" } });
            new Thing("merged", new ThingArgs
            {
                Labels = InputMap<string>.Merge(new Dictionary<string, string> { ["a"] = "1", ["b"] = "1" }, Output.Create(new Dictionary<string, string> { ["b"] = "2" })),
            });
        });

        Equal("""["a","b"]""", recording.Named("array").Inputs["items"]);
        Equal("""["a"]""", recording.Named("list").Inputs["items"]);
        Equal("""["a"]""", recording.Named("single").Inputs["items"]);
        Equal("""["a","b"]""", recording.Named("output").Inputs["items"]);
        Equal("""["a","b"]""", recording.Named("concat").Inputs["items"]);
        Equal("""{"k":"v"}""", recording.Named("map").Inputs["labels"]);
        Equal("""{"a":"1","b":"2"}""", recording.Named("merged").Inputs["labels"]);
    }

    [Fact]
    public async Task JsonInputsAreRecordedParsed()
    {
        var recording = await RecordAsync(() =>
        {
            using var document = JsonDocument.Parse("""{"a":[1,2.5,null]}""");
            new Thing("text", new ThingArgs { Json = """{"x":{"y":true}}""" });
            new Thing("document", new ThingArgs { Json = document });
        });
        Equal("""{"x":{"y":true}}""", recording.Named("text").Inputs["json"]);
        Equal("""{"a":[1,2.5,null]}""", recording.Named("document").Inputs["json"]);
    }

    [Fact]
    public async Task AssetsAndArchives()
    {
        var recording = await RecordAsync(() =>
        {
            new Thing("file", new ThingArgs { Code = new FileAsset("./a.txt") });
            new Thing("folder", new ThingArgs { Code = new FileArchive("./app") });
            new Thing("assets", new ThingArgs
            {
                Code = new AssetArchive(new Dictionary<string, AssetOrArchive> { ["a"] = new StringAsset("x"), ["b"] = new RemoteArchive("uri") }),
            });
        });
        Equal("""{"$asset":{"type":"FileAsset","path":"./a.txt"}}""", recording.Named("file").Inputs["code"]);
        Equal("""{"$asset":{"type":"FileArchive","path":"./app"}}""", recording.Named("folder").Inputs["code"]);
        Equal(
            """{"$asset":{"type":"AssetArchive","assets":{"a":{"$asset":{"type":"StringAsset","text":"x"}},"b":{"$asset":{"type":"RemoteArchive","uri":"uri"}}}}}""",
            recording.Named("assets").Inputs["code"]);
    }

    [Fact]
    public async Task WhatIsChangedAfterTheConstructorComesTooLate()
    {
        var recording = await RecordAsync(() =>
        {
            var args = new ThingArgs { Text = "before", Items = { "a" } };
            new Thing("t", args);
            args.Text = "after";
            args.Items.Add("b");
        });
        Equal("""{"text":"before","items":["a"]}""", recording.Named("t").Inputs);
    }

    [Fact]
    public async Task SecretsAreRecordedAndMarked()
    {
        var recording = await RecordAsync(() => new Thing("t", new ThingArgs { Text = Output.CreateSecret("s"), Number = 1, Labels = { ["k"] = Output.CreateSecret("v") } }));
        var thing = recording.Named("t");
        Equal("""{"text":"s","number":1,"labels":{"k":"v"}}""", thing.Inputs);
        Assert.Equal(["labels", "text"], thing.SecretInputs);
    }

    [Fact]
    public async Task ARequiredInputWithoutValueFailsTheRun()
    {
        var recording = await Recorder.RunAsync(() => Deployment.RunAsync(() =>
        {
            new Thing("t", new ThingArgs { Part = new ThingPartArgs() });
        }));
        var failure = Assert.IsType<ArgumentNullException>(Assert.Single(recording.Failures));
        Assert.Contains("is required but was not given a value", failure.Message, StringComparison.Ordinal);
        Assert.Empty(recording.Registrations);
    }

    [Fact]
    public async Task ATypeWithoutWireFormatFailsTheRun()
    {
        foreach (var body in new object[] { new { a = 1 }, 1L, Enumerable.Range(0, 2).Select(number => number), Task.FromResult(1) })
        {
            var recording = await Recorder.RunAsync(() => Deployment.RunAsync(() =>
            {
                new Thing("t", new ThingArgs { Body = body });
            }));
            Assert.Matches("is not a supported argument type|Tasks are not allowed", Assert.IsType<InvalidOperationException>(Assert.Single(recording.Failures)).Message);
        }
    }

    [Fact]
    public async Task AMapTakesAKeyOnce()
    {
        foreach (var add in new Action<InputMap<string>>[]
        {
            map => map.Add("a", "2"), map => map["a"] = "2", map => map.Add(new InputMap<string> { ["a"] = "2" }), map => map.AddRange(new Dictionary<string, string> { ["a"] = "2" }),
        })
        {
            var recording = await Recorder.RunAsync(() => Deployment.RunAsync(() => add(new InputMap<string> { ["a"] = "1" })));
            Assert.IsType<ArgumentException>(Assert.Single(recording.Failures));
        }
    }

    [Fact]
    public async Task AnOutputThatIsNullIsNoInput()
    {
        var recording = await Recorder.RunAsync(() => Deployment.RunAsync(() =>
        {
            new Thing("t", new ThingArgs { Text = new Config().GetSecret("missing")! });
        }));
        Assert.IsType<ArgumentNullException>(Assert.Single(recording.Failures));
    }

    [Fact]
    public async Task InputCollectionsCanBeWalkedWhenKnown()
    {
        var items = new List<string>();
        var labels = new List<string>();
        await RecordAsync(async () =>
        {
            await foreach (var item in (InputList<string>)new[] { "a", "b" })
            {
                items.Add(await Utilities.OutputUtilities.GetValueAsync(item.ToOutput()));
            }

            await foreach (var label in (InputMap<string>)new Dictionary<string, string> { ["k"] = "v" })
            {
                labels.Add((await Utilities.OutputUtilities.GetValueAsync(label.ToOutput())).Key);
            }
        });
        Assert.Equal(["a", "b"], items);
        Assert.Equal(["k"], labels);
    }
}
