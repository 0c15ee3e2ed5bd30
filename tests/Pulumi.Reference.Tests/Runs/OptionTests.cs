using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Xunit;
using static Pulumi.Reference.Tests.Runs.Program;

namespace Pulumi.Reference.Tests.Runs;

/// <summary>Resource options, components and the providers that resources end up with.</summary>
public sealed class OptionTests
{
    [Fact]
    public async Task OptionsAreRecordedAsGiven()
    {
        var recording = await RecordAsync(() =>
        {
            var first = new Thing("first");
            var provider = new TestProvider("p");
            new Thing("second", null, new CustomResourceOptions
            {
                Parent = first,
                Provider = provider,
                DependsOn = { first },
                Protect = true,
                IgnoreChanges = { "text" },
                Aliases = { new Alias { Name = "old" }, new Alias { NoParent = true } },
                RetainOnDelete = false,
                DeletedWith = first,
                Version = "1.2.3",
                ImportId = "i-1",
                CustomTimeouts = new CustomTimeouts { Create = System.TimeSpan.FromMinutes(2) },
            });
        });

        Equal("{}", recording.Named("first").Options);
        Equal(
            """
            {"parent":{"$ref":{"token":"test:index:Thing","name":"first","output":""}},
             "provider":{"$ref":{"token":"pulumi:providers:test","name":"p","output":""}},
             "dependsOn":[{"$ref":{"token":"test:index:Thing","name":"first","output":""}}],
             "protect":true,
             "ignoreChanges":["text"],
             "aliases":[{"name":"old"},{"noParent":true}],
             "retainOnDelete":false,
             "deletedWith":{"$ref":{"token":"test:index:Thing","name":"first","output":""}},
             "version":"1.2.3",
             "importId":"i-1",
             "customTimeouts":{"create":120.0}}
            """,
            recording.Named("second").Options);
    }

    [Fact]
    public async Task MergedOptionsAddLists()
    {
        var recording = await RecordAsync(() =>
        {
            var (first, second) = (new Thing("first"), new Thing("second"));
            new Thing("third", null, CustomResourceOptions.Merge(
                new CustomResourceOptions { DependsOn = { first }, Protect = true, IgnoreChanges = { "a" } },
                new CustomResourceOptions { DependsOn = { second }, Protect = false, IgnoreChanges = { "b" } }));
        });
        Equal(
            """
            {"dependsOn":[{"$ref":{"token":"test:index:Thing","name":"first","output":""}},{"$ref":{"token":"test:index:Thing","name":"second","output":""}}],
             "protect":false,"ignoreChanges":["a","b"]}
            """,
            recording.Named("third").Options);
    }

    [Fact]
    public async Task ChildrenUseTheProviderOfTheirParent()
    {
        var recording = await RecordAsync(() =>
        {
            var outer = new TestProvider("outer");
            var inner = new TestProvider("inner");
            var group = new Group("g", new ComponentResourceOptions { Providers = { outer, new OtherProvider("other") } });
            var nested = new Group("n", new ComponentResourceOptions { Parent = group, Provider = inner });
            new Thing("default");
            new Thing("inherited", null, new CustomResourceOptions { Parent = group });
            new Thing("nested", null, new CustomResourceOptions { Parent = nested });
            new Thing("explicit", null, new CustomResourceOptions { Parent = nested, Provider = outer });
        });

        Assert.Null(recording.Named("default").Provider);
        Assert.Equal("outer", recording.Named("inherited").Provider!["$ref"]!["name"]!.GetValue<string>());
        Assert.Equal("inner", recording.Named("nested").Provider!["$ref"]!["name"]!.GetValue<string>());
        Assert.Equal("outer", recording.Named("explicit").Provider!["$ref"]!["name"]!.GetValue<string>());
        Assert.Equal(2, recording.Named("g").Options["providers"]!.AsArray().Count);
        Assert.Equal("g", recording.Named("inherited").Parent!["$ref"]!["name"]!.GetValue<string>());
        Assert.Null(recording.Named("default").Parent);
    }

    [Fact]
    public async Task AComponentIsRegisteredBeforeItsChildrenWithItsOutputs()
    {
        var recording = await RecordAsync(() => new Service("s", new ServiceArgs { Model = "gpt" }));
        Assert.Equal(["acme:ai:Service", "test:index:Thing"], recording.Registrations.Select(registration => registration.Token));
        Equal("""{"model":"gpt"}""", recording.Named("s").Inputs);
        Equal("""{"text":"gpt"}""", recording.Named("s-thing").Inputs);
        Equal("""{"url":{"$ref":{"token":"test:index:Thing","name":"s-thing","output":"text"}}}""", recording.Named("s").Outputs);
        Equal("""{"parent":{"$ref":{"token":"acme:ai:Service","name":"s","output":""}}}""", recording.Named("s-thing").Options);
    }

    [Fact]
    public async Task TransformationsChangeArgsAndOptionsOfChildrenToo()
    {
        var recording = await RecordAsync(() =>
        {
            var group = new Group("g", new ComponentResourceOptions
            {
                ResourceTransformations =
                {
                    args => args.Resource is Thing
                        ? new ResourceTransformationResult(new ThingArgs { Text = "transformed" }, CustomResourceOptions.Merge((CustomResourceOptions)args.Options, new CustomResourceOptions { Protect = true }))
                        : null,
                },
            });
            new Thing("t", new ThingArgs { Text = "original" }, new CustomResourceOptions { Parent = group });
        });
        Equal("""{"text":"transformed"}""", recording.Named("t").Inputs);
        Assert.True(recording.Named("t").Options["protect"]!.GetValue<bool>());
    }

    [Fact]
    public async Task TransformsChangeInputsByName()
    {
        var recording = await RecordAsync(() => new Thing("t", new ThingArgs { Text = "original", Number = 1 }, new CustomResourceOptions
        {
            ResourceTransforms =
            {
                (args, _) => Task.FromResult<ResourceTransformResult?>(new ResourceTransformResult(args.Args.SetItem("text", args.Type), args.Options)),
            },
        }));
        Equal("""{"text":"test:index:Thing","number":1}""", recording.Named("t").Inputs);
    }

    [Fact]
    public async Task WhatExistsIsReadAndNotRegistered()
    {
        var recording = await RecordAsync(() =>
        {
            var existing = new Thing("existing", null, new CustomResourceOptions { Id = "id-1" });
            new Thing("t", new ThingArgs { Text = existing.Id, Items = { existing.Text } });
        });
        Assert.Equal("existing", Assert.Single(recording.Reads).Name);
        Assert.Equal("t", Assert.Single(recording.Registrations).Name);
        Equal("\"id-1\"", recording.Named("t").Inputs["text"]);
        Equal("""[{"$ref":{"token":"test:index:Thing","name":"existing","output":"text"}}]""", recording.Named("t").Inputs["items"]);
    }

    internal sealed class TestProvider(string name) : ProviderResource("test", name, ResourceArgs.Empty, options: null);

    private sealed class OtherProvider(string name) : ProviderResource("other", name, ResourceArgs.Empty, options: null);

    private sealed class Group(string name, ComponentResourceOptions? options = null) : ComponentResource("acme:index:Group", name, options);

    private sealed class ServiceArgs : ResourceArgs
    {
        [Input("model")]
        public Input<string>? Model { get; set; }
    }

    private sealed class Service : ComponentResource
    {
        public Service(string name, ServiceArgs args, ComponentResourceOptions? options = null)
            : base("acme:ai:Service", name, args, options)
        {
            var thing = new Thing(name + "-thing", new ThingArgs { Text = args.Model! }, new CustomResourceOptions { Parent = this });
            Url = thing.Text;
            RegisterOutputs(new Dictionary<string, object?> { ["url"] = Url });
        }

        [Output("url")]
        public Output<string> Url { get; private set; }
    }
}
