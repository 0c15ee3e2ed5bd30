using ModelPlacement.Engine.Tests.StackProgram.Differential;
using Xunit;

namespace ModelPlacement.Engine.Tests.StackProgram.Library;

public sealed class OutputsTests
{
    [Fact]
    public void KnownOutputsAreTheirValues() => SmallProgram.Check("""
        var model = Output.Create("gpt-4o");
        Keep("create", model); // known
        Keep("apply", model.Apply(name => name + "-mini")); // known
        Keep("nested", model.Apply(name => Output.Create(name + "!"))); // known
        Keep("async", model.Apply(async name =>
        {
            await Task.Yield();
            return name + "?";
        })); // known
        Keep("tuple", Output.Tuple(model, Output.Create(2)).Apply(t => $"{t.Item1}x{t.Item2}")); // known
        Keep("named", Output.Tuple(model, Output.Create("b")).Apply(t =>
        {
            var (one, other) = t;
            return one + other;
        })); // known
        Keep("all", Output.All(model, Output.Create("c")).Apply(all => string.Join("+", all))); // known
        Keep("format", Output.Format($"{model}/{1}/{"x"}")); // known
        Keep("secret", Output.CreateSecret("s")); // known
        Input<string> input = "i";
        Keep("input", input.Apply(value => value + "i")); // known
        Keep("json", Output.JsonSerialize(Output.Create(new { model, n = 1 }))); // known
        Keep("maybe", Output.Create(flag ? "a" : "b").Apply(value => value + "c")); // unknown
        """);

    [Fact]
    public void AnOutputOfNullIsNoNull() => SmallProgram.Check("""
        var absent = Output.Create((string?)null);
        Keep("applied", absent.Apply(value => value ?? "default")); // known
        Keep("again", absent.Apply(value => value).Apply(value => value?.Length.ToString() ?? "none")); // known
        Keep("one-of", Output.Create(flag ? "x" : null).Apply(value => value ?? "default")); // unknown
        Keep("configured", Output.Create(new Config("none").Get("model")).Apply(value => value is null ? "none" : "some")); // unknown
        Keep("tuple", Output.Tuple(absent, Output.Create("b")).Apply(both => (both.Item1 ?? "a") + both.Item2)); // known
        """);

    [Fact]
    public void OutputsOfResourcesAreReferences() => SmallProgram.Check("""
        Keep("reference", deployed); // unknown
        Keep("computed", deployed.Apply(arn => arn.Replace("a", "b"))); // unknown
        Keep("format", Output.Format($"{deployed}/key")); // unknown
        Keep("constant", deployed.Apply(_ => "constant")); // known
        Keep("chained", Output.Tuple(deployed, Output.Create("x")).Apply(t => t.Item2)); // known
        Keep("null", deployed.Apply(arn => arn ?? "default")); // unknown
        """);

    [Fact]
    public void WhatALambdaOfADeployedValueChangesMayNotHaveChanged() => SmallProgram.Check("""
        var model = "a";
        deployed.Apply(arn =>
        {
            model = "b";
            return arn;
        });
        Keep("model", model); // unknown
        var other = "a";
        Output.Create("x").Apply(value => other = value);
        Keep("other", other); // known
        deployed.Apply(arn => new Bucket("inside", new() { BucketName = "inside" }));
        """);

    [Fact]
    public void LambdasOfDeployedValuesFindVariablesAsTheyAreByThen() => SmallProgram.Check("""
        var model = "a";
        var fixedModel = "f";
        Keep("late", deployed.Apply(_ => model)); // unknown
        Keep("fixed", deployed.Apply(_ => fixedModel)); // known
        model = "b";
        for (var i = 0; i < 2; i++)
            Keep("round" + i, deployed.Apply(_ => "n" + i));
        foreach (var name in new[] { "x", "y" })
            Keep("each-" + name, deployed.Apply(_ => name));
        Keep("each-known", deployed.Apply(_ => fixedModel + "!")); // known
        """);

    [Fact]
    public void LambdasOfDeployedValuesFindMembersAndCollectionsAsTheyAreByThen() => SmallProgram.Check(
        """
        var names = new List<string> { "a" };
        var fixedNames = new List<string> { "a" };
        Keep("list", deployed.Apply(_ => names[0] + names.Count)); // unknown
        Keep("fixed-list", deployed.Apply(_ => fixedNames[0] + fixedNames.Count)); // known
        names.Add("b");
        Keep("static", deployed.Apply(_ => State.Model)); // unknown
        Keep("fixed-static", deployed.Apply(_ => State.Fixed)); // known
        State.Model = "b";
        Keep("by-then", State.Model); // known
        var (kept, late) = new Maker().Make(deployed);
        Keep("kept", kept); // known
        Keep("member", late); // unknown
        """,
        """
        static class State
        {
            public static string Model = "a";
            public static string Fixed = "f";
        }

        class Maker
        {
            private string _model = "a";

            public string Kept { get; set; } = "k";

            public (Output<string> Kept, Output<string> Late) Make(Output<string> deployed)
            {
                var made = (deployed.Apply(_ => Kept), deployed.Apply(_ => _model));
                _model = "b";
                return made;
            }
        }
        """);

    [Fact]
    public void InputListsAndMaps() => SmallProgram.Check("""
        InputList<string> list = "single";
        list.Add("second");
        list.Add("third", "fourth");
        KeepList("list", list); // known
        InputList<string> fromArray = new[] { "a", "b" };
        InputList<string> concatenated = fromArray.Concat(list);
        fromArray.Add("late");
        KeepList("concatenated", concatenated); // known
        InputMap<string> map = new() { ["a"] = "1" };
        map.Add("b", Output.Create("2"));
        KeepMap("map", map); // known
        KeepMap("merged", InputMap<string>.Merge(map, new() { { "c", "3" } })); // known
        KeepMap("dictionary", new Dictionary<string, string> { ["x"] = "y" }); // known
        var source = new Dictionary<string, string> { ["x"] = "1" };
        InputMap<string> copy = source;
        source["x"] = "2";
        KeepMap("copied", copy); // known
        KeepMap("null-value", new InputMap<string> { { "kept", "k" }, { "dropped", (string)null! } }); // known
        """);

    [Fact]
    public void OptionsAreMerged() => SmallProgram.Check("""
        var defaults = new CustomResourceOptions { Protect = true, IgnoreChanges = { "tags" } };
        var own = new CustomResourceOptions { RetainOnDelete = true, IgnoreChanges = { "bucket" } };
        new Bucket("merged", null, CustomResourceOptions.Merge(defaults, own));
        new Bucket("default", null, CustomResourceOptions.Merge(defaults, null));
        var parent = new Bucket("parent");
        new Bucket("child", new(), new() { Parent = parent, DependsOn = { parent }, Aliases = { new Pulumi.Alias { Name = "old" } }, DeleteBeforeReplace = flag });
        """);

    [Fact]
    public void AnExceptionInALambdaStaysInTheOutput() => SmallProgram.Check("""
        var seen = "a";
        try
        {
            var failing = Output.Create(new List<string>()).Apply(models =>
            {
                seen = "b";
                if (flag)
                    return models.First();
                seen = "c";
                return "fine";
            });
        }
        catch (InvalidOperationException)
        {
            Keep("caught", "never");
        }

        Keep("seen", seen); // unknown
        Keep("after", "a"); // known
        """, mayFail: true);

    [Fact]
    public void LateLambdasFindWhatOtherMethodsHaveChanged() => SmallProgram.Check(
        """
        new Serving().Define();
        var direct = new Serving();
        direct.Late();
        direct.Model = "c";
        Keep("now", direct.Model); // known
        Registry.Late();
        Registry.Set("d");
        var shared = new List<string> { "e" };
        new Reader(shared).Late();
        shared.Add("f");
        var settings = new Settings { Name = "g" };
        new Copier(settings).Late();
        settings.Name = "h";
        LateOf(settings, "of-settings");
        settings.Name = "i";

        void LateOf(Settings given, string name) => deployed.Apply(_ =>
        {
            Keep(name, given.Name); // unknown
            return 0;
        });

        """,
        """
        static class Kept
        {
            public static void Keep(string name, Input<string> value) => _ = new Bucket(name, new() { BucketName = value });
        }

        class Serving
        {
            public string Model = "a";

            public string Fixed { get; } = "fixed";

            public void Define()
            {
                Late();
                Change();
            }

            public void Late() => new Bucket("late").Arn.Apply(_ =>
            {
                Kept.Keep("member", Model); // unknown
                Kept.Keep("fixed", Fixed); // known
                return 0;
            });

            private void Change() => Model = "b";
        }

        static class Registry
        {
            private static string s_model = "a";

            private static readonly string s_fixed = "fixed";

            public static void Set(string model) => s_model = model;

            public static void Late() => new Bucket("late-static").Arn.Apply(_ =>
            {
                Kept.Keep("static", s_model); // unknown
                Kept.Keep("static-fixed", s_fixed); // known
                return 0;
            });
        }

        class Reader(List<string> models)
        {
            public void Late() => new Bucket("late-list").Arn.Apply(_ =>
            {
                Kept.Keep("list", string.Join(",", models)); // unknown
                return 0;
            });
        }

        class Settings
        {
            public string Name { get; set; } = "";
        }

        class Copier(Settings settings)
        {
            public void Late() => new Bucket("late-settings").Arn.Apply(_ =>
            {
                Kept.Keep("settings", settings.Name); // unknown
                return 0;
            });
        }
        """);

    [Fact]
    public void AMapIsGivenToItsLambdaInNoOrder() => SmallProgram.Check("""
        InputMap<string> map = new() { ["z"] = "1", ["a"] = "2", ["m"] = "3", ["b"] = "4" };
        Keep("keys", map.Apply(all => string.Join(",", all.Select(entry => entry.Key)))); // unknown
        KeepList("list", map.Apply(all => all.Select(entry => entry.Key).ToImmutableArray())); // unknown
        Keep("values", map.ToOutput().Apply(all => string.Join(",", all.Values))); // unknown
        Keep("sorted", map.Apply(all => string.Join(",", all.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => entry.Value)))); // known
        Keep("one", map.Apply(all => all["a"] + all.Count)); // known
        KeepMap("map", map); // known
        Keep("merged", InputMap<string>.Merge(map, new() { ["c"] = "5" }).Apply(all => string.Join(",", all.Keys))); // unknown
        InputMap<string> converted = new Dictionary<string, string> { ["z"] = "1", ["a"] = "2", ["m"] = "3", ["b"] = "4" };
        Keep("converted", converted.Apply(all => string.Join(",", all.Keys))); // unknown
        InputMap<string> single = new() { ["z"] = "1" };
        Keep("single", single.Apply(all => all.First().Key + all.Count)); // known
        """);
}
