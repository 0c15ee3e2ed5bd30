namespace ModelPlacement.Engine.Tests.StackProgram.Generated;

/// <summary>The types that a generated program declares for itself, by family, with the members and the values that are theirs.</summary>
/// <remarks>
/// Written as <see cref="ProgramGrammar"/> is. The kind <c>*</c> is a family: all of its lines, written into the program where <c>$family</c> is first come by, and never from within itself, so that
/// nothing calls itself. Static fields with an initializer that does something stand in classes with a static constructor, which says when they are set.
/// </remarks>
internal static class ProgramTypes
{
    public const string Templates = """
        nodes *
            private interface INode { string Name { get; } string Full() => "n:" + Name; string Told(string !text) {~ %textbody ~} }
            private abstract class Node : INode
            {
                protected string _name = %text;
                protected Node(string name) { Seen = Title(); _name = Clip(name + _name); %nodestatement }
                public string Seen { get; protected set; }
                public virtual string Name => _name;
                public virtual string Title() => %text + Name;
                public abstract string Label(string text);
                public virtual T Pass<T>(T value) => value;
                %nodetold
            }
            private class Middle : Node
            {
                protected readonly string _own = %text;
                public Middle(string name) : base(name) { %nodestatement }
                public override string Label(string !text) {~ %nodestatement %textbody ~}
                %nodename
                %nodetitle
                %nodehidden
            }
            private class Leaf(string name, int number) : Middle(name), INode
            {
                public int Number => number++;
                %nodename
                %nodetitle
                %nodefull
                %nodepass
            }
            private sealed class Lone(string name) : INode { public string Name { get; set; } = Clip(name); %nodefull }
        nodestatement -
            _name += "s";
            Seen += %text;
            if (%flag) Seen = Title();
            s_text = Clip(s_text + Name);
        nodename -
            /* inherited */
            public override string Name => base.Name + %text;
            public new virtual string Name => %text;
            public new virtual string Name { get; set; } = %text;
        nodetitle -
            /* inherited */
            public override string Title() => base.Title() + (_own ?? "unset");
            public override string Title() => %text;
            public new virtual string Title() => %text;
        nodefull -
            /* inherited */
            public string Full() => Name + %text;
            string INode.Full() => "explicit:" + %text;
        nodehidden -
            /* inherited */
            public string Full() => %text;
        nodetold -
            /* inherited */
            public virtual string Told(string !text) {~ %textbody ~}
            string INode.Told(string !text) {~ %textbody ~}
        nodepass -
            /* inherited */
            public override T Pass<T>(T value) { s_count++; return base.Pass(value); }
        node INode
            $nodes (INode)new Middle(%text)
            (INode)new Leaf(%text, %number)
            (INode)new Lone(%text)
            %flag ? %node : %node
            (INode)%middle
        middle Middle
            $nodes new Middle(%text)
            (Middle)new Leaf(%text, %number)
            %flag ? %middle : %middle
            %middle.Pass(%middle)
        sorts *
            private interface ISort<TSelf> where TSelf : ISort<TSelf>
            {
                static abstract string Kind { get; }
                static virtual string Sort => TSelf.Kind + "!";
                static abstract TSelf Make(string text);
                static abstract TSelf operator +(TSelf left, TSelf right);
                string Value { get; }
                string Both => Value + TSelf.Sort;
            }
            private sealed record Plain(string Value) : ISort<Plain>
            {
                public static string Kind => %text;
                public static Plain Make(string text) => new(Clip(text));
                public static Plain operator +(Plain left, Plain right) => new(Clip(left.Value + right.Value));
            }
            private readonly record struct Other(string Value) : ISort<Other>
            {
                public static string Kind { get; set; } = "other";
                static string ISort<Other>.Sort => %text;
                public static Other Make(string text) { Kind = Clip(Kind + text); return new(text + %number); }
                public static Other operator +(Other left, Other right) => left with { Value = Clip(right.Value + left.Value) };
            }
            private static string KindOf<T>() where T : ISort<T> => T.Kind + T.Sort;
            private static string SumOf<T>(string !text, T start) where T : ISort<T> {~ start += T.Make(%text); var end = start + start; return end.Value + end.Both; ~}
            private static string Through<TOne, TTwo>(int depth) where TOne : ISort<TOne> where TTwo : ISort<TTwo> => depth <= 0 ? TOne.Kind + TTwo.Sort : Through<TTwo, TOne>(depth - 1);
            private static class Shared<T> { public static string Text = "shared"; public static int Count; public static readonly List<string> All = new(); static Shared() { Count = %number; All.Add(typeof(T).Name); } }
            private class Shelf<T>(T first) where T : ISort<T>
            {
                private readonly List<T> _all = [first];
                public T this[int index] { get => _all[index]; set { _all[index] = value; Shared<T>.Count++; } }
                public int Count => _all.Count;
                public Shelf<T> Add(string !text) {~ _all.Add(T.Make(%text)); return this; ~}
                public string Told => string.Join(",", _all.Select(one => one.Value));
            }
        animals *
            private record Animal(string Name, int Size = 2)
            {
                public string Note { get; init; } = %text;
                public virtual string Call() => Name + Note;
            }
            private sealed record Bird(string Name, string Wing) : Animal(Name, Wing.Length)
            {
                public override string Call() => base.Call() + %text;
                public void Deconstruct(out string name, out string wing, out int size) => (name, wing, size) = (Name, Wing, Size + %number);
            }
        animal Animal
            $animals new Animal(%text)
            new Animal(%text, %number) { Note = %text }
            (Animal)new Bird(%text, %text)
            (Animal)new Bird(%text, %text) { Note = %text }
            %animal with { Name = %text }
            %animal with { Note = %text, Size = %number }
            %flag ? %animal : %animal
        gauges *
            private struct Gauge
            {
                public string Text;
                public Gauge(string text) { Text = Clip(text); Count = %number; }
                public int Count { get; set; }
                public string Value { readonly get => Text + Count; set { Text = Clip(value); Count++; } }
                public string this[int index] { readonly get => Text + index; set { Text = Clip(value + Text); Count += index; } }
                public Gauge Add(string text) { Text = Clip(Text + text); Count++; return this; }
                public static Gauge operator ++(Gauge gauge) { gauge.Count += 10; return gauge; }
                public static bool operator <(Gauge left, Gauge right) => left.Count < right.Count;
                public static bool operator >(Gauge left, Gauge right) => right < left;
                public static implicit operator Gauge(string text) => new(text);
                public static explicit operator int(Gauge gauge) => gauge.Count + %number;
            }
            private readonly struct Level(string text, int height) { public string Text { get; } = text; public int Height => height; public Level Up(int by) => new(Text + "^", height + by); }
            private sealed class Meter(Gauge gauge)
            {
                public Gauge Gauge = gauge;
                public readonly Gauge Fixed = gauge;
                public Gauge Copy { get => Gauge; set => Gauge = value.Add(%text); }
                public ref Gauge Place => ref Gauge;
            }
            private static void Raise(ref Gauge gauge, string !text:text) {~ gauge.Add(text); %action gauge.Count++; ~}
            private static Gauge Raised(in Gauge gauge, string text) { gauge.Add("lost"); var own = gauge; own.Add(text); return own; }
            private static void Make(string text, out Gauge gauge) { gauge = text; gauge++; }
        gauge Gauge
            $gauges new Gauge(%text)
            (Gauge)%text
            new Gauge { Text = %text, Count = %number }
            %gauge with { Text = %text }
            %flag ? %gauge : %gauge
            %gauge.Add(%text)
            %meter.Copy
            %meter.Place
            Raised(%gauge, %text)
        meter Meter
            $gauges new Meter(new Gauge(%text))
            new Meter(%gauge)
            new Meter(%gauge) { Copy = %gauge }
            %flag ? %meter : %meter
        bells *
            private sealed class Bell
            {
                private readonly List<string> _heard = new();
                public event Action<string>? Rung;
                public event Func<string, string> Asked { add { _asked += value; s_count++; } remove => _asked -= value; }
                private Func<string, string>? _asked;
                public string Heard => string.Join("-", _heard);
                public void Hear(string text) => _heard.Add(text);
                public string Ring(string !text) {~ Rung?.Invoke(%text); return Heard; ~}
                public string Ask(string text) => _asked?.Invoke(text) ?? %text;
            }
        walks *
            private static IEnumerable<string> Walk(string !text:text, int !number:number) {~ s_count++; yield return text; %iterbody yield return %text; if (%flag) yield break; try { yield return Clip(s_text); } finally { s_text = "left"; } ~}
            private static IEnumerable<int> Steps(int !number) {~ for (var step = 0; step < 3; step++) { if (%flag) continue; yield return step + %number; } ~}
            private sealed class Row(string name) : IEnumerable<string>
            {
                private readonly List<string> _all = new();
                public void Add(string text) => _all.Add(name + text);
                public void Add(string text, int count) { for (var i = 0; i < count && i < 3; i++) Add(text); }
                public IEnumerator<string> GetEnumerator() { foreach (var one in _all) { yield return one; %iterbody } }
                System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
            }
        orders *
            private static class Early { public static string Text = %text; static Early() { s_text = Clip(s_text + "E"); s_count++; Text += s_count; } public static string Late => Text + s_count; }
            private class Ordered
            {
                public static int Made;
                private readonly string _first = Clip(%text + s_count++);
                private readonly string _second;
                public Ordered(string text) : this(text.Length) => _second += text + Told();
                protected Ordered(int number) { _second = _first + Made++ + number; Third = Told(); }
                public string Third { get; init; } = %text;
                protected virtual string Told() => "o" + _second;
                public override string ToString() => _first + _second + Third;
            }
            private sealed class Reordered(string text) : Ordered(%number) { private readonly string _text = text + %text; protected override string Told() => base.Told() + (_text ?? "early") + s_count; }
            private static async Task<string> LaterAsync(string !text:text) {~ s_text = Clip(text); if (%flag) s_list.Add(%text); await SoonAsync(%text); s_count++; return Clip(s_text + text); ~}
            private abstract class Whole : ComponentResource
            {
                protected string _model = "model";
                protected Whole(string name, string model) : base("acme:parts:Whole", name) { _model = Clip(_model + model); Define(name); RegisterOutputs(); }
                public Output<string>? Made { get; protected set; }
                protected virtual string Model => _model;
                protected abstract void Define(string name);
            }
            private sealed class Special(string name, string text, bool isTagged) : Whole(name, %text)
            {
                private readonly string _own = Clip(text);
                protected override string Model => base.Model + (_own ?? "none");
                protected override void Define(string name) { var args = new BucketArgs { BucketName = Model, Tags = { ["own"] = %text } }; if (isTagged) args.Tags.Add("text", text); Made = new Bucket(name + "-special", args, new() { Parent = this }).BucketName; }
            }
        """;
}
