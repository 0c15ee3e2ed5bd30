using Microsoft.CodeAnalysis;
using ModelPlacement.Engine.StackProgram;
using ModelPlacement.Engine.Tests.StackProgram.Differential;
using Xunit;

namespace ModelPlacement.Engine.Tests.StackProgram.Evaluation;

public sealed class MembersTests
{
    [Fact]
    public void ConstantsStaticsAndProperties() => SmallProgram.Check("""
        Keep("const", Models.Default); // known
        Keep("readonly", Models.Large); // known
        Keep("computed", Models.Name); // known
        Keep("order", Models.Third); // known
        Models.Current = "changed";
        Keep("set", Models.Current); // known
        Keep("counted", Models.Next() + Models.Next()); // known
        """, """
        static class Models
        {
            public const string Default = "gpt" + "-4o";
            public static readonly string Large = Default + "-large";
            public static readonly string First = "1";
            public static readonly string Third = First + "2";
            private static int _count;

            public static string Current { get; set; } = "initial";

            public static string Name => $"{Large}/{Current}";

            public static string Next() => (++_count).ToString();
        }
        """);

    [Fact]
    public void StaticsSetOnSomeRunsOnly() => SmallProgram.Check("""
        if (flag)
            State.Model = "b";
        Keep("model", State.Model); // unknown
        Keep("other", State.Other); // known
        """, "static class State { public static string Model = \"a\"; public static string Other = \"o\"; }");

    [Fact]
    public void StaticsSetElsewhere() => SmallProgram.Check("""
        Configure();
        Keep("model", State.Model); // known
        void Configure() => Setup.Run();
        """, """
        static class State { public static string Model = "a"; }

        static class Setup
        {
            public static void Run() => State.Model = "b";
        }
        """);

    [Fact]
    public void StaticConstructorsRunOnce() => SmallProgram.Check("""
        Keep("first", Registry.Get("a")); // known
        Keep("second", Registry.Get("b")); // known
        Keep("loads", Registry.Loads.ToString()); // known
        """, """
        static class Registry
        {
            private static readonly Dictionary<string, string> Known = new();
            public static int Loads;

            static Registry()
            {
                Loads++;
                Known["a"] = "alpha";
                Known["b"] = "beta";
            }

            public static string Get(string name) => Known[name];
        }
        """);

    [Fact]
    public void AliasesSeeEachOthersChanges() => SmallProgram.Check("""
        var one = new Box { Value = "a" };
        var other = one;
        other.Value = "b";
        Keep("alias", one.Value); // known
        var list = new List<Box> { one };
        list[0].Value = "c";
        Keep("through-list", other.Value); // known
        var map = new Dictionary<string, Box> { ["x"] = one };
        map["x"].Inner.Value = "d";
        Keep("nested", one.Inner.Value); // known
        var third = new Box { Value = "t" };
        var either = flag ? one : third;
        either.Value = "e";
        Keep("either", one.Value); // unknown
        Keep("third", third.Value); // unknown
        Keep("same", ReferenceEquals(one, other) ? "same" : "different"); // known
        """, """
        class Inner { public string Value = "i"; }
        class Box { public string Value = ""; public Inner Inner { get; } = new(); }
        """);

    [Fact]
    public void AReferenceThatIsNotKnownMayBeAny() => SmallProgram.Check("""
        var boxes = new[] { new Box { Value = "a" }, new Box { Value = "b" } };
        var lists = new[] { new List<string> { "x" }, new List<string> { "y" } };
        Box current = boxes[0];
        List<string> list = lists[0];
        for (var i = 0; i < text.Length; i++)
        {
            current = boxes[i % 2];
            list = lists[i % 2];
        }

        current.Value = "c";
        list.Add("z");
        Keep("first", boxes[0].Value); // unknown
        Keep("second", boxes[1].Value); // unknown
        Keep("kept", boxes[0].Kept); // known
        Keep("lists", string.Join(",", lists[1])); // unknown
        """, "class Box { public string Value = \"\"; public string Kept = \"k\"; }");

    [Fact]
    public void StructsAreCopied() => SmallProgram.Check("""
        var one = new Size { Name = "a", Inner = new Part { Value = "p" } };
        var other = one;
        other.Name = "b";
        other.Inner.Value = "q";
        Keep("copy", one.Name + one.Inner.Value); // known
        Keep("changed", other.Name + other.Inner.Value); // known
        Change(one);
        Keep("argument", one.Name); // known
        one.Rename("c");
        Keep("method", one.Name); // known
        var list = new List<Size> { one };
        one.Name = "d";
        Keep("list", list[0].Name); // known
        list[0].Rename("e");
        Keep("element", list[0].Name); // known
        var array = new[] { one };
        array[0].Rename("f");
        Keep("array", array[0].Name + one.Name); // known
        var tuple = (one, 1);
        tuple.one.Name = "g";
        Keep("tuple", tuple.one.Name + one.Name); // known
        var holder = new Holder { Size = one };
        one.Name = "h";
        Keep("holder", holder.Size.Name); // known

        static void Change(Size size) => size.Name = "x";
        """, """
        struct Part { public string Value; }
        struct Size
        {
            public string Name;
            public Part Inner;

            public void Rename(string name) => Name = name;
        }
        class Holder { public Size Size { get; set; } }
        """);

    [Fact]
    public void TuplesAreValues() => SmallProgram.Check("""
        var pair = (Name: "a", Count: 1);
        var copy = pair;
        copy.Name = "b";
        copy.Item2++;
        Keep("original", pair.Name + pair.Count); // known
        Keep("copy", copy.Name + copy.Count); // known
        (string first, int second) = pair;
        (first, var third) = (second.ToString(), first);
        Keep("deconstructed", first + third); // known
        Keep("equal", pair == ("a", 1) ? "equal" : "different"); // known
        if (flag)
            pair.Name = "c";
        Keep("maybe", pair.Name); // unknown
        """);

    [Fact]
    public void PropertiesWithBodies() => SmallProgram.Check("""
        var settings = new Settings();
        settings.Model = "  gpt-4o ";
        Keep("setter", settings.Model); // known
        settings["region"] = "eu";
        Keep("indexer", settings["region"] + settings["none"]); // known
        Keep("lazy", settings.Expensive + settings.Expensive + settings.Calls); // known
        """, """
        class Settings
        {
            private readonly Dictionary<string, string> _values = new();
            private string _model = "";
            private string? _expensive;

            public int Calls { get; private set; }

            public string Model
            {
                get => _model;
                set => _model = value.Trim();
            }

            public string Expensive => _expensive ??= Compute();

            public string this[string key]
            {
                get => _values.TryGetValue(key, out var value) ? value : "?";
                set => _values[key] = value;
            }

            private string Compute()
            {
                Calls++;
                return "x";
            }
        }
        """);

    [Fact]
    public void ReadingANullEndsTheRun() => SmallProgram.Check("""
        Box? box = flag ? new Box() : null;
        try
        {
            Keep("value", box!.Value); // known
        }
        catch (NullReferenceException)
        {
            Keep("null", "n"); // known
        }
        """, "class Box { public string Value = \"v\"; }");

    [Fact]
    public void CompoundAssignmentsEvaluateTheirTargetOnce() => SmallProgram.Check("""
        var counts = new[] { 1, 1, 1 };
        var next = 0;
        counts[next++] += 5;
        counts[next++]++;
        Keep("array", string.Join(",", counts) + next); // known
        var map = new Dictionary<string, string> { ["a"] = "x" };
        var reads = 0;
        string Key()
        {
            reads++;
            return "a";
        }

        map[Key()] += "y";
        Keep("map", map["a"] + reads); // known
        string?[] names = [null, "n"];
        names[0] ??= "set";
        names[1] ??= "not";
        Keep("coalesce", names[0] + names[1]); // known
        """);

    [Fact]
    public void StaticsWithoutAnInitializerAssignedInABranch() => SmallProgram.Check("""
        if (flag)
        {
            State.Count = 5;
            State.Name = "set";
        }

        var number = new Config().GetInt32("missing") ?? State.Other++;
        KeepNumber("count", State.Count); // unknown
        Keep("name", State.Name ?? "none"); // unknown
        KeepNumber("other", State.Other + number * 0); // unknown
        KeepNumber("untouched", State.Untouched); // known
        """, """
        static class State
        {
            public static int Count;
            public static int Other;
            public static int Untouched;

            public static string? Name { get; set; }
        }
        """);

    [Fact]
    public void ClassesThatABranchUsesFirst() => SmallProgram.Check(
        """
        if (flag)
            Keep("branch", First.Name); // known
        Keep("log", Log.Text); // unknown
        Keep("own", First.Name + First.Count); // known
        foreach (var character in text)
            Keep("round-" + character, Second.Name);
        Keep("straight", Third.Name + Log.Third); // known
        """,
        """
        static class Log
        {
            public static string Text = "t";
            public static string Third = "t";
        }

        static class First
        {
            public static readonly Bucket Made = new("made-first");
            public static string Name = "first";
            public static int Count;
            static First()
            {
                Count = 5;
                Log.Text += "F";
            }
        }

        static class Second
        {
            public static readonly Bucket Made = new("made-second");
            public static string Name = "second";
            static Second() { }
        }

        static class Third
        {
            public static string Name = "third";
            static Third() => Log.Third += "T";
        }
        """);

    [Fact]
    public void ExtensionBlocks()
    {
        // From C# 14 on.
        if (!StackCompiler.Knows("14"))
            return;
        SmallProgram.Check(
            """
            Keep("property", "openai.gpt-4o".Family + string.Fallback); // known
            Keep("method", "x".Repeated(2)); // known
            Keep("generic", new List<string> { "a", "b" }.Final); // known
            Keep("unknown", text.Family); // unknown
            """,
            """
            static class Extensions
            {
                extension(string model)
                {
                    public string Family => model.Split('.')[0];
                    public static string Fallback => "none";
                    public string Repeated(int count) => string.Join("", Enumerable.Repeat(0, count).Select(_ => model));
                }

                extension<T>(List<T> items)
                {
                    public T Final => items[^1];
                }
            }
            """);
    }

    [Fact]
    public void ListsAndMapsOfDataSourcesAreMadeWhenRead() => SmallProgram.Check("""
        var ask = new Pulumi.Aws.Ec2.GetAmiArgs { MostRecent = true, Owners = { "amazon" }, Filters = { new() { Name = "name", Values = { "al2023*", "ubuntu*" } } } };
        ask.Owners.Add("self");
        Keep("owners", string.Join(",", ask.Owners)); // known
        Keep("filter", ask.Filters[0].Name + ask.Filters[0].Values.Count); // known
        Keep("none", ask.NameRegex ?? "none"); // known
        var empty = new Pulumi.Aws.Ec2.GetAmiArgs();
        Keep("empty", empty.Owners.Count + "/" + (empty.Tags is null)); // known
        if (flag)
            empty.Owners.Add(text);
        Keep("maybe", empty.Owners.Count + ""); // unknown
        """);

    [Fact]
    public void OutputsOfAResourceClassOfTheProgram() => SmallProgram.Check(
        """
        var own = new Cluster("own", new() { Region = "LON1" });
        Keep("set by Pulumi", own.Kubeconfig); // unknown
        Keep("never null", own.Kubeconfig is null ? "null" : "not"); // unknown
        Keep("set by the class", own.Kind); // known
        Keep("set in the end", own.Endpoint); // known
        """,
        """
        [ResourceType("civo:index/cluster:Cluster", "2.0.0")]
        sealed class Cluster : CustomResource
        {
            public Cluster(string name, ClusterArgs args)
                : base("civo:index/cluster:Cluster", name, args, (CustomResourceOptions?)null)
            {
                Kind = "k3s";
                Endpoint = Output.Create("https://c.example");
            }

            [Output("kubeconfig")]
            public Output<string> Kubeconfig { get; private set; } = null!;

            [Output("endpoint")]
            public Output<string> Endpoint { get; private set; } = null!;

            public string Kind { get; }
        }

        sealed class ClusterArgs : ResourceArgs
        {
            [Input("region")]
            public Input<string>? Region { get; set; }
        }
        """);

    // What the constructor of a library's class makes is not seen: a program that adds to it goes on.
    [Fact]
    public void WhatIsAddedToAMemberOfALibraryIsNoNullReference()
    {
        var library = StackCompiler.Compile(
            [("Server.cs", "public class ServerArgs : Pulumi.ResourceArgs { [Pulumi.Input(\"models\")] public List<string> Models { get; set; } = new(); }")],
            OutputKind.DynamicallyLinkedLibrary).WithAssemblyName("Library");
        var program = StackCompiler.Compile([("Program.cs", """
            return await Pulumi.Deployment.RunAsync(() =>
            {
                if (Environment.TickCount > 0)
                {
                    var args = new ServerArgs { Models = { "a" } };
                    _ = new Pulumi.Aws.S3.Bucket("after", new() { BucketName = "b" });
                }
            });
            """)]).AddReferences(MetadataReference.CreateFromStream(StackCompiler.Emit(library)));
        Assert.Equal("after", Assert.Single(StackProgramEvaluator.For(program)!.Evaluate(EvaluationOptions.Default, default).Instances).Name.AsString());
    }
}
