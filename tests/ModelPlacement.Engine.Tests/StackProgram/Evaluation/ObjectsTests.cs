using ModelPlacement.Engine.Tests.StackProgram.Differential;
using Xunit;

namespace ModelPlacement.Engine.Tests.StackProgram.Evaluation;

public sealed class ObjectsTests
{
    [Fact]
    public void InitializersAndConstructors() => SmallProgram.Check("""
        Server server = new("a") { Port = 80, Tags = { ["x"] = "1" } };
        Keep("server", server.Describe()); // known
        Keep("chained", new Server().Describe()); // known
        Keep("derived", new Gpu("g", 2).Describe()); // known
        """, """
        class Server
        {
            public Server()
                : this("default") => Port++;

            public Server(string name) => Name = name;

            public string Name { get; }

            public int Port { get; set; } = 8000;

            public Dictionary<string, string> Tags { get; } = new();

            public virtual string Describe() => $"{Name}:{Port}:{string.Join(",", Tags.Select(tag => tag.Key + tag.Value))}";
        }

        class Gpu : Server
        {
            private readonly int _count;

            public Gpu(string name, int count)
                : base("gpu-" + name)
            {
                _count = count;
                Tags["count"] = count.ToString();
            }

            public override string Describe() => base.Describe() + "x" + _count;
        }
        """);

    [Fact]
    public void PrimaryConstructors() => SmallProgram.Check("""
        var server = new Server("a", 2);
        Keep("field", server.Label); // known
        server.Rename("b");
        Keep("captured", server.Current); // known
        Keep("label", server.Label); // known
        Keep("derived", new Derived("c").Current + new Derived("d").Label); // known
        """, """
        class Server(string name, int count)
        {
            public string Label { get; } = $"{name}-{count}";

            public string Current => name;

            public void Rename(string to) => name = to;
        }

        class Derived(string own) : Server(own + "!", 1)
        {
            public string Own => own;
        }
        """);

    [Fact]
    public void RecordsWithAndEquality() => SmallProgram.Check("""
        var one = new Spec("gpt-4o", "1") { Sku = "Standard" };
        var two = one with { Version = "2" };
        var three = two with { };
        Keep("with", $"{two.Model}-{two.Version}-{two.Sku}"); // known
        Keep("original", one.Version); // known
        Keep("equal", (two == three).ToString() + (one == two) + two.Equals(three)); // known
        var (model, version) = three;
        Keep("deconstructed", model + version); // known
        var point = new Point(1, 2);
        var moved = point with { X = 5 };
        Keep("struct", $"{point.X}{moved.X}{moved.Y}"); // known
        var shared = new Spec("a", "b") { Tags = { "x" } };
        var shallow = shared with { Model = "c" };
        shallow.Tags.Add("y");
        Keep("shallow", string.Join(",", shared.Tags)); // known
        var maybe = flag ? one : two;
        Keep("maybe", (maybe with { Sku = "Global" }).Version); // unknown
        Keep("set", (maybe with { Sku = "Global" }).Sku); // known
        Keep("untouched", one.Sku); // known
        var anonymous = new { A = 1, B = "b" };
        Keep("anonymous", (anonymous with { A = 2 }).A + anonymous.B); // known
        """, """
        record Spec(string Model, string Version)
        {
            public string Sku { get; init; } = "default";

            public List<string> Tags { get; init; } = [];
        }

        record struct Point(int X, int Y);
        """);

    [Fact]
    public void RecordsThatChangeWhatTheyTake() => SmallProgram.Check("""
        Keep("own", new Named("  a ").Name); // known
        Keep("text", new Named("b").ToString()); // known
        var derived = new Derived("c", "d");
        Keep("derived", derived.Name + derived.Extra); // known
        """, """
        record Named(string Name)
        {
            public string Name { get; init; } = Name.Trim();

            public override string ToString() => $"<{Name}>";
        }

        record Derived(string Name, string Extra) : Named(Name + "!");
        """);

    [Fact]
    public void VirtualCallsFromABaseConstructorSeeTheDerivedClass() => SmallProgram.Check("""
        Keep("label", new Derived().Label); // known
        """, """
        abstract class Base
        {
            protected Base() => Label = Compute();

            public string Label { get; }

            protected abstract string Compute();
        }

        class Derived : Base
        {
            private readonly string _field = "field";
            private readonly string _set;

            public Derived() => _set = "set";

            protected override string Compute() => _field + (_set ?? "null");
        }
        """);

    [Fact]
    public void ArgumentsObjectsAreReadWhenTheResourceIsMade() => SmallProgram.Check("""
        var args = new BucketArgs { BucketName = "a" };
        new Bucket("first", args);
        args.BucketName = "b";
        args.Tags = new InputMap<string> { { "x", "1" } };
        new Bucket("second", args);
        args.Tags.Add("y", "2");
        args.BucketName = flag ? "c" : "d";
        new Bucket("third", args);
        """);

    [Fact]
    public void ObjectsInACycle() => SmallProgram.Check("""
        var node = new Node { Name = "a" };
        node.Next = new Node { Name = "b", Next = node };
        Keep("cycle", node.Next.Next!.Next!.Name); // known
        """, "class Node { public string Name = \"\"; public Node? Next; }");

    [Fact]
    public void TargetTypedNewAndDefaults() => SmallProgram.Check("""
        Dictionary<string, List<string>> map = new() { ["a"] = new() { "x", "y" } };
        map["b"] = [.. map["a"], "z"];
        Keep("map", string.Join(",", map["b"])); // known
        int zero = default;
        (string? Name, int Count) empty = default;
        Keep("default", $"{zero}{empty.Name ?? "none"}{empty.Count}{default(DayOfWeek)}"); // known
        """);

    [Fact]
    public void ListsAndMapsOfArgumentsFirstReadInABranch() => SmallProgram.Check("""
        var args = new BucketArgs { BucketName = "b" };
        if (flag)
            args.Tags.Add("one", "1");
        args.Tags.Add("two", "2");
        new Bucket("one-branch", args);

        var both = new BucketArgs();
        if (flag)
            both.BucketName = "named";
        else
            both.Tags["one"] = "1";
        both.Tags["two"] = "2";
        new Bucket("other-branch", both);

        var unset = new BucketArgs { Tags = null! };
        if (flag)
            unset.Tags = new() { ["one"] = "1" };
        unset.Tags["two"] = "2";
        new Bucket("unset", unset);

        var assigned = new BucketArgs();
        if (flag)
            assigned.Tags = new Dictionary<string, string> { ["one"] = "1" };
        new Bucket("assigned", assigned);
        assigned.Tags["two"] = "2";
        new Bucket("assigned-and-read", assigned);

        var shared = new BucketArgs();
        shared.Tags["three"] = "3";
        var other = new BucketArgs();
        if (flag)
            other.Tags = shared.Tags;
        new Bucket("shared", other);

        var empty = new BucketArgs();
        if (flag)
            _ = empty.Tags;
        empty.Tags.Add("two", "2");
        new Bucket("read", empty);
        KeepMap("tags", empty.Tags); // known
        """);

    [Fact]
    public void InputsOfArgumentsThatNobodySets() => SmallProgram.Check("""
        new Part("unset", new PartArgs());
        new Part("set", new PartArgs { Public = true, Size = 2, Name = "n" });
        """, """
        class PartArgs : ResourceArgs
        {
            [Input("public")]
            public bool Public { get; set; }

            [Input("size")]
            public int? Size { get; set; }

            [Input("name")]
            public Input<string>? Name { get; set; }
        }

        class Part(string name, PartArgs args) : ComponentResource("acme:parts:Part", name, args);
        """);

    [Fact]
    public void GeneratedMembersOfDerivedRecords() => SmallProgram.Check(
        """
        Animal animal = new Dog("rex", 3);
        Keep("printed", animal.ToString()); // known
        var (name, age) = new Dog("max", 4);
        Keep("deconstructed", name + age); // known
        var copy = (Dog)animal with { Name = "copy" };
        Keep("copied", copy.Name + copy.Age); // known

        // The class of the expression says which of the two ways it comes apart.
        var (first, second) = (Pair)new Swapped("b", "a");
        Keep("as-base", first + second); // unknown
        """,
        """
        record Animal(string Name);

        record Dog(string Name, int Age) : Animal(Name);

        record Pair(string A, string B);

        record Swapped(string B, string A) : Pair(A, B);
        """);

    [Fact]
    public void NullableValuesThatAreCreated() => SmallProgram.Check(
        """
        var size = new Size?(new Size { Width = 2 });
        Keep("value", size.Value.Width.ToString()); // known
        Keep("none", new int?().HasValue.ToString()); // known
        """,
        """
        struct Size
        {
            public int Width;
        }
        """);

    [Fact]
    public void PrintedRecords() => SmallProgram.Check(
        """
        Keep("record", new Model("a", 1).ToString() + $"{new Model("b", 2)}"); // known
        Keep("derived", new Dated("a", 2024).ToString()); // known
        Keep("sealed", new SealedDated("a", 2024).ToString()); // known
        Keep("nested", new Pair(new Model("a", 1), null, Tier.Gold, (1, "x")).ToString()); // known
        Keep("members", new Members { Shown = "s" }.ToString()); // known
        Keep("empty", new Empty().ToString()); // known
        Keep("struct", new Spot(1, 'c').ToString()); // known
        Keep("anonymous", new { Id = "a", None = (string?)null, Spot = new Spot(1, 'c') }.ToString()!); // known
        Keep("tuple", (1, "a", true, (2, (string?)null)).ToString()); // known
        Keep("text", new Model(text, 1).ToString()); // unknown
        Keep("output", new Held(Output.Create("a")).ToString()); // unknown
        Keep("masked", new Masked("a").ToString()); // unknown
        var loop = new Loop { Name = "a" };
        loop.Next = flag ? null : new Loop { Name = "b" };
        Keep("chained", loop.ToString()); // unknown
        """,
        """
        record Model(string Id, int Version);
        record Own(string Id) { public override string ToString() => "own:" + Id; }
        record Dated(string Id, int Year) : Own(Id);
        record SealedOwn(string Id) { public sealed override string ToString() => "own:" + Id; }
        record SealedDated(string Id, int Year) : SealedOwn(Id);
        record Pair(Model First, Model? Second, Tier Tier, (int, string) Tuple);
        record Members { public string? Shown { get; init; } public int Field; public string Computed => Shown + Hidden; internal int Hidden = 4; public static string Shared = "x"; }
        record Empty;
        record struct Spot(int X, char Y);
        record Held(Output<string> Output);
        record Masked(string Secret) { protected virtual bool PrintMembers(StringBuilder text) { text.Append("***"); return true; } }
        record Loop { public string? Name { get; set; } public Loop? Next { get; set; } }
        enum Tier { Silver, Gold }
        """);

    [Fact]
    public void RecordsThatHoldThemselvesArePrintedToADepth() => SmallProgram.Check(
        """
        var loop = new Loop();
        loop.Next = loop;
        Func<string> print = () => loop.ToString();
        Keep("kept", print is null ? "none" : "some"); // known
        if (config.GetBoolean("never") ?? false)
            Keep("printed", print!());
        """,
        "record Loop { public Loop? Next { get; set; } }");

    [Fact]
    public void StructsAreCopiedWhereTheyAreReadOnly() => SmallProgram.Check(
        """
        var gauge = new Gauge("a");
        Keep("in", Read(gauge) + gauge.Text); // known
        var holder = new Holder();
        holder.Fixed.Add("lost");
        holder.FixedPair.Gauge.Add("lost");
        holder.Pair.Gauge.Add("kept");
        holder.Place.Add("+");
        holder.GetPlace().Add("*");
        Keep("fixed", holder.Fixed.Text + holder.FixedPair.Gauge.Text); // known
        Keep("kept", holder.Pair.Gauge.Text + holder.Open.Text); // known
        Keep("method", new Reading("m").Read()); // known
        foreach (var one in new[] { gauge })
        {
            one.Add("!");
            Keep("each", one.Text + gauge.Text); // known
        }

        static string Read(in Gauge gauge)
        {
            gauge.Add("lost");
            return gauge.Text;
        }
        """,
        Gauges);

    [Fact]
    public void StructsAreCopiedWithTheirCollection() => SmallProgram.Check(
        """
        var gauges = new[] { new Gauge("a"), new Gauge("b") };
        var list = gauges.ToList();
        var copy = list.ToArray();
        var added = new List<Gauge>();
        added.AddRange(gauges);
        gauges[0].Add("!");
        Keep("first", gauges[0].Text + list[0].Text + copy[0].Text + added[0].Text); // known
        var map = new Dictionary<string, Gauge> { ["k"] = gauges[1] };
        var other = new Dictionary<string, Gauge>(map);
        gauges[1].Add("?");
        Keep("map", map["k"].Text + other["k"].Text + gauges[1].Text); // known
        """,
        Gauges);

    private const string Gauges = """
        struct Gauge(string text)
        {
            public string Text = text;
            public void Add(string more) => Text += more;
        }

        struct Pair
        {
            public Gauge Gauge;
        }

        class Holder
        {
            public readonly Gauge Fixed = new("f");
            public readonly Pair FixedPair = new() { Gauge = new Gauge("p") };
            public Pair Pair = new() { Gauge = new Gauge("q") };
            public Gauge Open = new("o");

            public Holder() => Fixed.Add("!");

            public ref Gauge Place => ref Open;

            public ref Gauge GetPlace() => ref Open;
        }

        struct Reading(string text)
        {
            private Gauge _gauge = new(text);

            public readonly string Read()
            {
                _gauge.Add("lost");
                return _gauge.Text;
            }
        }
        """;

    [Fact]
    public void TuplesWithChangedElements() => SmallProgram.Check("""
        var agent = (Name: "chat", Model: "a", Size: (Gpus: 1, Memory: 16));
        var changed = agent with { Model = "b", Size = agent.Size with { Gpus = 4 } };
        Keep("changed", $"{changed.Name}{changed.Item2}{changed.Size}"); // known
        Keep("left", $"{agent.Model}{agent.Size.Gpus}"); // known
        Keep("some", (agent with { Item1 = flag ? "x" : "y" }).Model); // known
        """);
}
