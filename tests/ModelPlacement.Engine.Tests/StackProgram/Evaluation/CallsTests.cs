using ModelPlacement.Engine.Tests.StackProgram.Differential;
using Xunit;

namespace ModelPlacement.Engine.Tests.StackProgram.Evaluation;

public sealed class CallsTests
{
    [Fact]
    public void OptionalNamedAndParamsArguments() => SmallProgram.Check("""
        static string Name(string what, string suffix = "s", params string[] more) => $"{what}-{suffix}-{string.Join("", more)}";
        Keep("default", Name("a")); // known
        Keep("named", Name(suffix: "x", what: "b")); // known
        Keep("params", Name("c", "y", "1", "2")); // known
        Keep("array", Name("d", "z", new[] { "3" })); // known
        """);

    [Fact]
    public void ArgumentsAreEvaluatedInTheOrderTheyAreWritten() => SmallProgram.Check("""
        var n = 0;
        string Next() => (++n).ToString();
        static string Join(string a, string b, string c) => a + b + c;
        Keep("order", Join(c: Next(), a: Next(), b: Next())); // known
        """);

    [Fact]
    public void RefAndOut() => SmallProgram.Check("""
        static void Append(ref string target, string what) => target += what;
        static bool Split(string source, out string head, out string tail)
        {
            head = source[..1];
            tail = source[1..];
            return tail.Length > 0;
        }

        var model = "gpt";
        Append(ref model, "-4o");
        Keep("ref", model); // known
        Keep("out", Split("abc", out var head, out var tail) ? head + "|" + tail : "none"); // known
        var box = new Box();
        Append(ref box.Value, "x");
        Keep("field", box.Value); // known
        var array = new[] { "a", "b" };
        Append(ref array[1], "c");
        Keep("element", array[1]); // known
        if (flag)
            Append(ref model, "-mini");
        Keep("maybe", model); // unknown
        """, "class Box { public string Value = \"v\"; }");

    [Fact]
    public void RefParametersAliasTheVariable() => SmallProgram.Check("""
        var model = "a";
        void Change(ref string alias)
        {
            alias = "b";
            Keep("seen", model); // known
            model = "c";
            Keep("alias", alias); // known
        }

        Change(ref model);
        Keep("after", model); // known
        """);

    [Fact]
    public void RefLocalsAndRefReturns() => SmallProgram.Check("""
        Run();
        static void Run()
        {
        var first = "a";
        var second = "b";
        ref var alias = ref first;
        alias = "c";
        Keep("first", first); // known
        alias = ref second;
        alias = "d";
        Keep("second", second + first); // known
        var numbers = new[] { "x", "y" };
        ref var element = ref numbers[1];
        element = "z";
        Keep("element", numbers[1]); // known
        ref string Pick(string[] from) => ref from[0];
        Pick(numbers) = "w";
        Keep("returned", numbers[0]); // unknown
        }
        """);

    [Fact]
    public void DelegatesAndMethodGroups() => SmallProgram.Check("""
        Func<string, string> upper = value => value.ToUpperInvariant();
        Func<string, string> group = Decorate;
        Func<Func<string, string>, string> apply = function => function("a");
        Keep("lambda", apply(upper)); // known
        Keep("group", apply(group)); // known
        var chosen = flag ? upper : group;
        Keep("chosen", chosen("b")); // unknown
        var table = new Dictionary<string, Func<string>> { ["x"] = () => "ex", ["y"] = () => "why" };
        Keep("table", table["y"]()); // known
        Keep("unknown-key", table[flag ? "x" : "y"]()); // unknown
        Action<string> all = value => Keep("all-" + value, value);
        all += value => Keep("also-" + value, value);
        all("z");

        static string Decorate(string value) => "<" + value + ">";
        """);

    [Fact]
    public void ClosuresKeepAndChangeWhatTheyCapture() => SmallProgram.Check("""
        var counter = 0;
        Func<int> next = () => ++counter;
        next();
        next();
        Keep("counter", counter.ToString()); // known
        var makers = new List<Func<string>>();
        Func<string, Func<string>> maker = name => () => name + counter;
        makers.Add(maker("a"));
        counter = 7;
        Keep("later", makers[0]()); // known
        """);

    [Fact]
    public void DelegatesThatAreNotKnownMayChangeAnything() => SmallProgram.Check("""
        var model = "a";
        var actions = new List<Action> { () => model = "b" };
        if (flag)
            actions = [];
        foreach (var action in actions)
            action();
        Keep("model", model); // unknown
        var other = "a";
        Action? change = null;
        for (var i = 0; i < text.Length; i++)
            change = () => other = "b";
        change?.Invoke();
        Keep("other", other); // unknown
        """);

    [Fact]
    public void VirtualAndInterfaceMembers() => SmallProgram.Check("""
        Naming naming = new Prefixed();
        INamed named = new Fixed();
        Keep("override", naming.Name("a")); // known
        Keep("interface", named.Get()); // known
        Keep("property", named.Label); // known
        Naming either = flag ? new Prefixed() : new Naming();
        Keep("either", either.Name("b")); // unknown
        Keep("base", naming.Both("c")); // known
        """, """
        class Naming
        {
            public virtual string Name(string name) => name;

            public string Both(string name) => Name(name) + Name(name);
        }

        class Prefixed : Naming
        {
            public override string Name(string name) => "p-" + base.Name(name);
        }

        interface INamed
        {
            string Label { get; }

            string Get() => Label + "?";
        }

        class Fixed : INamed
        {
            public string Label => "fixed";
        }
        """);

    [Fact]
    public void CallsOnObjectsThatAreNotKnownRunEveryImplementation() => SmallProgram.Check("""
        var shapes = new List<IShape> { new A(), new B() };
        foreach (var shape in shapes.Where(one => one.Matches(text)))
            shape.Create();
        IShape? last = null;
        for (var i = 0; i < text.Length; i++)
            last = i % 2 == 0 ? shapes[0] : shapes[1];
        Keep("name", last!.Name); // unknown
        """, """
        interface IShape
        {
            string Name { get; }

            bool Matches(string text);

            void Create();
        }

        class A : IShape
        {
            public string Name => "a";

            public bool Matches(string text) => text.Length > 4;

            public void Create() => new Bucket("a", new() { BucketName = "a" });
        }

        class B : IShape
        {
            public string Name => "b";

            public bool Matches(string text) => text.Length > 3;

            public void Create() => new Bucket("b", new() { BucketName = "b" });
        }
        """);

    [Fact]
    public void GenericMethodsAndClasses() => SmallProgram.Check("""
        static T Choose<T>(T one, T other, bool first) => first ? one : other;
        static string NameOf<T>() => typeof(T).Name;
        Keep("choose", Choose("a", "b", false)); // known
        Keep("name", NameOf<Bucket>()); // known
        var stack = new Holder<string>("x");
        stack.Add("y");
        Keep("holder", stack.Last + stack.Default.Length); // known
        Keep("created", Make<Settings>().Model); // known
        static T Make<T>() where T : new() => new();
        """, """
        class Holder<T>(T first)
        {
            private readonly List<T> _items = [first];

            public T Last => _items[^1];

            public T[] Default => new T[3];

            public void Add(T item) => _items.Add(item);
        }

        class Settings { public string Model { get; set; } = "default"; }
        """);

    [Fact]
    public void RecursionWithAKnownEnd() => SmallProgram.Check("""
        static int Factorial(int n) => n <= 1 ? 1 : n * Factorial(n - 1);
        Keep("factorial", Factorial(6).ToString()); // known
        static string Repeat(string what, int n) => n == 0 ? "" : what + Repeat(what, n - 1);
        Keep("repeat", Repeat("ab", 5)); // known
        static bool Even(int n) => n == 0 || Odd(n - 1);
        static bool Odd(int n) => n != 0 && Even(n - 1);
        Keep("even", Even(10).ToString()); // known
        """);

    [Fact]
    public void RecursionWithoutAKnownEndChangesWhatItMayChange() => SmallProgram.Check("""
        var depth = 0;
        var model = "a";
        var untouched = "u";
        var names = new List<string>();
        var box = new Box();
        void Walk(int n)
        {
            depth++;
            names.Add("n" + n);
            box.Value = "w" + n;
            if (n > 3)
                model = "b";
            if (n < text.Length)
                Walk(n + 1);
        }

        Walk(0);
        Keep("depth", depth.ToString()); // unknown
        Keep("model", model); // unknown
        Keep("names", string.Join(",", names)); // unknown
        Keep("box", box.Value); // unknown
        Keep("untouched", untouched + box.Kept); // known
        """, "class Box { public string Value = \"v\"; public string Kept = \"k\"; }");

    [Fact]
    public void IteratorsRunWhenTheyAreEnumerated() => SmallProgram.Check("""
        var log = new List<string>();
        IEnumerable<string> Names(string prefix)
        {
            log.Add("start");
            yield return prefix + "1";
            foreach (var inner in new[] { "2", "3" })
                yield return prefix + inner;
            log.Add("end");
        }

        var names = Names("n");
        Keep("before", log.Count.ToString()); // known
        Keep("names", string.Join(",", names)); // known
        Keep("after", string.Join(",", log)); // known
        Keep("again", names.Count() + "/" + log.Count); // known
        IEnumerable<string> Some()
        {
            yield return "a";
            if (flag)
                yield break;
            yield return "b";
        }

        foreach (var name in Some())
            Keep("some-" + name, name);
        Keep("some", string.Join(",", Some())); // unknown
        IEnumerable<string> Many()
        {
            foreach (var character in text)
                yield return character.ToString();
        }

        Keep("many", Many().Count().ToString()); // unknown
        """);

    [Fact]
    public void AsyncMethods() => SmallProgram.Check("""
        static async Task<string> ImageAsync(string name)
        {
            await Task.Delay(1);
            return "repo/" + name;
        }

        Keep("awaited", await ImageAsync("a")); // known
        var all = await Task.WhenAll(new[] { "b", "c" }.Select(ImageAsync));
        Keep("all", string.Join(",", all)); // known
        Keep("configured", await ImageAsync("d").ConfigureAwait(false)); // known
        Func<Task<string>> later = async () => await ImageAsync("e");
        Keep("lambda", await later()); // known
        Keep("output", Output.Create(ImageAsync("f"))); // known
        """);

    [Fact]
    public void ExtensionMethodsAndFluentChains() => SmallProgram.Check("""
        var tags = new Dictionary<string, string>().With("a", "1").With("b", "2");
        KeepMap("tags", tags); // known
        Keep("pipe", "x".Then(value => value + "y").Then(value => value + "z")); // known
        """, """
        static class Extensions
        {
            public static Dictionary<string, string> With(this Dictionary<string, string> tags, string key, string value)
            {
                tags[key] = value;
                return tags;
            }

            public static TResult Then<T, TResult>(this T value, Func<T, TResult> function) => function(value);
        }
        """);

    [Fact]
    public void EventsCallTheirHandlers() => SmallProgram.Check("""
        var log = "";
        var source = new Source();
        source.Raise("0");
        source.Changed += value => log += value;
        EventHandler<string> named = (_, value) => log += "!" + value;
        source.Typed += named;
        source.Raise("1");
        source.Typed -= named;
        source.Raise("2");
        Keep("log", log); // known
        """, """
        class Source
        {
            public event Action<string>? Changed;

            public event EventHandler<string>? Typed;

            public void Raise(string value)
            {
                Changed?.Invoke(value);
                Typed?.Invoke(this, value);
            }
        }
        """);

    [Fact]
    public void AnInterfaceThatAnAbstractClassLeavesToItsOverrides() => SmallProgram.Check("""
        foreach (var target in new List<ITarget> { new First(), new Second() })
        {
            target.Deploy();
            Keep(target.Name, target.Describe()); // known
        }
        """, """
        interface ITarget
        {
            string Name { get; }

            void Deploy();

            string Describe() => "target " + Name;
        }

        abstract class Target : ITarget
        {
            public abstract string Name { get; }

            public abstract void Deploy();

            public virtual string Describe() => "base";
        }

        class First : Target
        {
            public override string Name => "first";

            public override void Deploy() => new Bucket("of-first");
        }

        class Second : Target
        {
            public override string Name => "second";

            public override void Deploy() => new Bucket("of-second");

            public override string Describe() => base.Describe() + "-second";
        }
        """);

    [Fact]
    public void ATaskThatIsNotAwaitedKeepsItsException() => SmallProgram.Check("""
        var step = "none";
        async Task Work()
        {
            step = "begun";
            if (flag)
                throw new InvalidOperationException();
            step = "done";
            await Task.CompletedTask;
        }

        var work = Work();
        Keep("step", step); // unknown
        Keep("after", "a"); // known
        """);

    [Fact]
    public void ADelegateThatIsNotKnownMayBeAnyMade() => SmallProgram.Check("""
        var actions = new Dictionary<string, Action>();
        actions[text] = () => Keep("from-dictionary", "a");
        foreach (var action in actions.Values)
            action();
        Keep("after", "b"); // known
        """);

    [Fact]
    public void CallsThatAreLeftOutWhereASymbolIsNotDefined() => SmallProgram.Check(
        """
        Flags.Never("a", Flags.Set("argument"));
        Keep("never", Flags.Text); // known
        Flags.Either("b");
        Keep("either", Flags.Text); // known
        System.Diagnostics.Debug.Assert(Flags.Set("assertion") == "assertion");
        Keep("library", Flags.Text); // known
        """,
        """
        static class Flags
        {
            public static string Text = "start";

            public static string Set(string text) => Text += text;

            [System.Diagnostics.Conditional("NEVER_DEFINED")]
            public static void Never(string text, string other) => Text += text + other;

            [System.Diagnostics.Conditional("NEVER_DEFINED"), System.Diagnostics.Conditional("NOR_THIS")]
            public static void Either(string text) => Text += text;
        }
        """);

    [Fact]
    public void ModuleInitializersRunFirst() => SmallProgram.Check(
        """
        Keep("set", Start.Model); // known
        Keep("order", Start.Order); // known
        """,
        """
        static class Start
        {
            public static string Model = "none";
            public static string Order = "";

            [System.Runtime.CompilerServices.ModuleInitializer]
            internal static void First()
            {
                Model = "gpt-4o";
                Order += "1";
            }

            [System.Runtime.CompilerServices.ModuleInitializer]
            internal static void Second() => Order += "2";
        }
        """);

    [Fact]
    public void PartialMembersTakeWhatTheirOtherPartIsGiven() => SmallProgram.Check(
        """
        string? image = null;
        var server = new Server();
        server.Check("chat", ref image);
        Keep("set", image!); // known
        Keep("returned", server.Named("chat", 2)); // known
        Keep("generic", server.Both<string, int>("a")); // known
        """,
        """
        sealed partial class Server
        {
            partial void Note(string name, ref string? image);

            public void Check(string name, ref string? image) => Note(name, ref image);

            public partial string Named(string name, int count);

            public partial string Both<TFirst, TSecond>(TFirst first);
        }

        sealed partial class Server
        {
            partial void Note(string id, ref string? found) => found ??= "vllm/" + id;

            public partial string Named(string id, int number) => id + number;

            public partial string Both<TOne, TOther>(TOne one) => $"{one} {typeof(TOne).Name} {typeof(TOther).Name}";
        }
        """);
}
