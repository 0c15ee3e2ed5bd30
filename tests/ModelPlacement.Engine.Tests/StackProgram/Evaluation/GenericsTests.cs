using ModelPlacement.Engine.Tests.StackProgram.Differential;
using Xunit;

namespace ModelPlacement.Engine.Tests.StackProgram.Evaluation;

public sealed class GenericsTests
{
    private const string Types = """
        interface INamed
        {
            static abstract string Name { get; }
            static abstract string Describe(string suffix);
            static virtual string Prompt => "prompt";
            static virtual string Greet() => "hello";
        }

        class One : INamed
        {
            public static string Name => "one";
            public static string Describe(string suffix) => "one" + suffix;
        }

        class Two : INamed
        {
            public static string Name { get; set; } = "two";
            public static string Describe(string suffix) => "two" + suffix;
            public static string Prompt => "other";
            public static string Greet() => "bye";
        }

        class Three : One, INamed
        {
            static string INamed.Name => "three";
        }

        static class Kept
        {
            public static void Keep(string name, Input<string> value) => _ = new Bucket(name, new() { BucketName = value });
        }

        static class Use
        {
            public static string NameOf<T>() where T : INamed => T.Name;
            public static string PromptOf<T>() where T : INamed => T.Prompt;
            public static string GreetOf<T>() where T : INamed => T.Greet();
            public static Func<string, string> DescriberOf<T>() where T : INamed => T.Describe;
            public static string Through<TOuter>() where TOuter : INamed => NameOf<TOuter>() + new Holder<TOuter>().Name;
            public static string Swapped<T, TOther>(int depth) where T : INamed where TOther : INamed => depth == 0 ? T.Name + TOther.Name : Swapped<TOther, T>(depth - 1);
        }

        class Holder<T> where T : INamed
        {
            public string Name => T.Name;
            public virtual string Title => "holder of " + T.Name;
            public Holder<TOther> With<TOther>() where TOther : INamed => new();
        }

        class Pair<TFirst, TSecond> where TFirst : INamed where TSecond : INamed
        {
            public string Names => TFirst.Name + TSecond.Name;
            public Pair<TSecond, TFirst> Swap() => new();
        }

        class HolderOfTwo : Holder<Two>
        {
            public override string Title => "two: " + base.Title;
        }

        static class Shared<T>
        {
            public static string Model = "none";
            public static string Kind { get; } = typeof(T).Name;
            public static readonly List<string> All = new();
            public static void Set(string model) => Model = model;
        }

        interface IParsed<TSelf> where TSelf : IParsed<TSelf>
        {
            static abstract TSelf Parse(string text);
            static abstract TSelf operator +(TSelf left, TSelf right);
        }

        record Model(string Id) : IParsed<Model>
        {
            public static Model Parse(string text) => new(text.Trim());
            public static Model operator +(Model left, Model right) => new(left.Id + "." + right.Id);
        }

        static class Parsing
        {
            public static T Read<T>(string text) where T : IParsed<T> => T.Parse(text);
            public static T Sum<T>(T left, T right) where T : IParsed<T> => left + right;
        }
        """;

    [Fact]
    public void StaticMembersOfInterfaces() => SmallProgram.Check(
        """
        Keep("property", Use.NameOf<One>()); // known
        Keep("auto", Use.NameOf<Two>()); // known
        Two.Name = "changed";
        Keep("changed", Use.NameOf<Two>()); // known
        Keep("explicit", Use.NameOf<Three>()); // known
        Keep("inherited", Use.DescriberOf<Three>()("!")); // known
        Keep("default", Use.PromptOf<One>()); // known
        Keep("overridden", Use.PromptOf<Two>()); // known
        Keep("method", Use.GreetOf<One>() + Use.GreetOf<Two>()); // known
        Keep("group", Use.DescriberOf<Two>()("?")); // known
        Keep("self", Parsing.Read<Model>(" m ").Id); // known
        Keep("operator", Parsing.Sum(new Model("a"), new Model("b")).Id); // known
        """,
        Types);

    [Fact]
    public void TypeArgumentsOfCallsWithinCalls() => SmallProgram.Check(
        """
        Keep("through", Use.Through<One>()); // known
        Keep("swapped", Use.Swapped<One, Two>(1)); // known
        var pair = new Pair<One, Two>();
        Keep("pair", pair.Names); // known
        Keep("pair-swapped", pair.Swap().Names); // known
        Keep("pair-again", pair.Swap().Swap().Names); // known
        Keep("with", new Holder<One>().With<Two>().Name); // known
        Holder<Two> held = new HolderOfTwo();
        Keep("base", held.Title); // known
        Keep("inherited", held.Name); // known
        """,
        Types);

    [Fact]
    public void StaticMembersOfGenericClasses() => SmallProgram.Check(
        """
        Shared<One>.Model = "a";
        Shared<Two>.Set("b");
        Keep("one", Shared<One>.Model); // known
        Keep("two", Shared<Two>.Model); // known
        Keep("none", Shared<Three>.Model); // known
        Keep("kind", Shared<One>.Kind + Shared<Two>.Kind); // known
        Shared<One>.All.Add("x");
        Keep("count", Shared<Two>.All.Count.ToString()); // known
        if (flag)
            Shared<Two>.Set("c");
        Keep("either", Shared<Two>.Model); // unknown
        Keep("still", Shared<One>.Model); // known
        """,
        Types);

    [Fact]
    public void GenericMethodsOfInterfacesAndBaseClasses() => SmallProgram.Check(
        """
        IRunner runner = new Runner();
        Keep("interface", runner.Run<One>() + runner.Run<Two>()); // known
        RunnerBase baseRunner = new Loud();
        Keep("override", baseRunner.Run<One>() + baseRunner.Run<Two>()); // known
        IHandler<One> first = new Handlers();
        IHandler<Two> second = new Handlers();
        Keep("handlers", first.Handle(new One()) + second.Handle(new Two())); // known
        Keep("dispatched", new Bus().Add(new Handlers()).Send(new One()) + new Bus().Add(new Handlers()).Send(new Two())); // known
        Keep("iterated", string.Join(",", Repeated<One>(2))); // known
        Keep("compared", $"{IsOne<One>()}{IsOne<Two>()}"); // known
        Keep("array", typeof(One[]).Name); // unknown

        static IEnumerable<string> Repeated<T>(int times)
        {
            for (var i = 0; i < times; i++)
                yield return typeof(T).Name + i;
        }

        static bool IsOne<T>() => typeof(T) == typeof(One);
        """,
        Types + """

        interface IRunner
        {
            string Run<T>() => "default";
        }

        class Runner : IRunner
        {
            public string Run<T>() => typeof(T).Name;
        }

        class RunnerBase
        {
            public virtual string Run<T>() => "base" + typeof(T).Name;
        }

        class Loud : RunnerBase
        {
            public override string Run<T>() => base.Run<T>() + "!";
        }

        interface IHandler<T>
        {
            string Handle(T message);
        }

        class Handlers : IHandler<One>, IHandler<Two>
        {
            public string Handle(One message) => "one";

            string IHandler<Two>.Handle(Two message) => "two";
        }

        class Bus
        {
            private readonly List<object> _handlers = new();

            public Bus Add(object handler)
            {
                _handlers.Add(handler);
                return this;
            }

            public string Send<T>(T message) => string.Concat(_handlers.OfType<IHandler<T>>().Select(handler => handler.Handle(message)));
        }
        """);

    [Fact]
    public void ComponentsOfATypeParameter() => SmallProgram.Check(
        """
        Agents.Deploy<One>();
        Agents.Deploy<Two>();
        new Agent<One>("component");
        """,
        Types + """

        static class Agents
        {
            public static void Deploy<T>() where T : INamed => Kept.Keep("agent-" + T.Name, T.Describe("-x")); // known
        }

        class Agent<T> : ComponentResource where T : INamed
        {
            public Agent(string name) : base("acme:ai:Agent", name) => Kept.Keep("of-component", T.Name); // known
        }
        """);
}
