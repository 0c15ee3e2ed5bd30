using ModelPlacement.Engine.Tests.StackProgram.Differential;
using Xunit;

namespace ModelPlacement.Engine.Tests.StackProgram.Evaluation;

public sealed class OperatorsTests
{
    [Fact]
    public void Arithmetic() => SmallProgram.Check("""
        int a = 7, b = 2;
        Keep("int", FormattableString.Invariant($"{a + b},{a - b},{a * b},{a / b},{a % b},{-a},{a & b},{a | b},{a ^ b}")); // known
        Keep("double", FormattableString.Invariant($"{a / 2.0},{1.5 + b},{(int)3.9},{(double)a}")); // known
        Keep("overflow", (int.MaxValue + a).ToString("x")); // known
        Keep("long", (int.MaxValue + 1L).ToString()); // known
        Keep("char", ((char)('a' + b)).ToString() + (int)'a'); // known
        Keep("byte", ((byte)(250 + a)).ToString()); // known
        Keep("negative", (-1).ToString(System.Globalization.CultureInfo.InvariantCulture) + System.FormattableString.Invariant($"{-2}")); // known
        Keep("negative-anywhere", $"{-1}"); // unknown
        Keep("negative-joined", 0 - 1 + ""); // unknown
        Keep("decimal", (1.10m + 2m).ToString(System.Globalization.CultureInfo.InvariantCulture)); // known
        KeepNumber("number", a * 100); // known
        Keep("shift", (1 << a).ToString()); // known
        Keep("compare", $"{a > b}{a <= b}{a == 7}{a != b}"); // known
        Keep("divide", flag ? (a / b).ToString() : (b / a).ToString()); // unknown
        """);

    [Fact]
    public void DivisionByZeroIsAnException() => SmallProgram.Check("""
        var zero = 0;
        try
        {
            Keep("result", (5 / zero).ToString());
        }
        catch (DivideByZeroException)
        {
            Keep("caught", "c"); // known
        }
        """);

    [Fact]
    public void StringsPutTogether() => SmallProgram.Check(""""
        string? nothing = null;
        Keep("plus", "a" + 1 + 'c' + true + nothing + 2 + DayOfWeek.Friday); // known
        Keep("interpolated", FormattableString.Invariant($"{"a"}-{1:D3}-{'c'}-{nothing}-{0.256:P1}|{"pad",5}|{"left",-6}|")); // known
        Keep("raw", $$"""{"a":{{1}}}"""); // known
        Keep("escaped", $"{{{1}}}"); // known
        var built = "x";
        built += 1;
        built += null;
        Keep("compound", built); // known
        Keep("maybe", $"{(flag ? "a" : "b")}-{(flag ? "c" : "d")}"); // unknown
        """");

    [Fact]
    public void EnumsPrintTheirNames() => SmallProgram.Check("""
        Tier tier = Tier.Gold;
        object boxed = tier;
        Keep("interpolated", $"{tier}"); // known
        Keep("boxed", $"{boxed}" + boxed); // known
        Keep("format", string.Format("{0}-{1}", tier, Tier.Silver)); // known
        Keep("joined", string.Join(",", new[] { Tier.Gold, Tier.Silver })); // known
        Keep("to-string", tier.ToString().ToLowerInvariant()); // known
        Keep("number", ((int)tier).ToString()); // known
        Keep("cast", ((Tier)1).ToString()); // known
        Keep("flags", (Access.Read | Access.Write).ToString()); // known
        Keep("no-flag", ((Access)8).ToString() + (Tier)7); // known
        Keep("digits", tier.ToString("D") + $"{tier:G}"); // known
        Keep("asked", (Access.Read | Access.Write).HasFlag(Access.Write).ToString() + Enum.IsDefined(tier) + Enum.GetName(tier)); // known
        Keep("several", Small.Default.ToString()); // unknown
        Keep("parsed", Enum.Parse<Tier>("gold", true).ToString()); // known
        Keep("names", string.Join(",", Enum.GetNames<Tier>())); // known
        Keep("values", string.Join(",", Enum.GetValues<Tier>().Select(value => (int)value))); // known
        Keep("switch", tier switch { Tier.Gold => "g", _ => "s" }); // known
        Keep("equals", boxed.Equals(2) ? "number" : boxed.Equals(Tier.Gold) ? "enum" : "neither"); // unknown
        Keep("list", string.Join(",", new List<Tier> { Tier.Silver }.Select(value => value.ToString()))); // known
        """, "enum Tier { Silver = 1, Gold } [Flags] enum Access { Read = 1, Write = 2 } enum Small : byte { None, Default = None }");

    [Fact]
    public void OutputsPrintedIntoStringsAreNotTheirValues() => SmallProgram.Check("""
        var output = Output.Create("value");
        Input<string> input = "value";
        object boxed = output;
        Keep("interpolated", $"x-{output}"); // unknown
        Keep("plus", "x-" + output); // unknown
        Keep("input", $"x-{input}"); // unknown
        Keep("boxed", $"x-{boxed}"); // unknown
        Keep("concat", string.Concat("x", output)); // unknown
        Keep("join", string.Join(",", output, output)); // unknown
        Keep("join-list", string.Join<Output<string>>(",", new[] { output })); // unknown
        Keep("format-string", string.Format("{0}", output)); // unknown
        Keep("generic", Print(output)); // unknown
        Keep("builder", new StringBuilder().Append(output).ToString()); // unknown
        Keep("json", JsonOf(output)); // unknown
        Keep("output-format", Output.Format($"x-{output}-{input}")); // known
        Keep("apply", output.Apply(value => $"x-{value}")); // known
        Keep("unboxed", (Output<string>)boxed); // known

        static string Print<T>(T value) => $"{value}";
        static string JsonOf(object value) => value.ToString()!;
        """);

    [Fact]
    public void ConversionsAndOperatorsOfTheProgram() => SmallProgram.Check("""
        ModelName name = "gpt-4o";
        string back = name;
        Keep("implicit", back); // known
        Keep("plus", name + "-mini"); // known
        Keep("equal", (name == "gpt-4o").ToString()); // known
        var counter = new Counter(1);
        counter++;
        counter += 5;
        Keep("counter", ((int)counter).ToString()); // known
        """, """
        readonly struct ModelName(string value)
        {
            private readonly string _value = value;

            public static implicit operator ModelName(string value) => new(value);

            public static implicit operator string(ModelName name) => name._value;

            public static string operator +(ModelName name, string suffix) => name._value + suffix;

            public static bool operator ==(ModelName one, ModelName other) => one._value == other._value;

            public static bool operator !=(ModelName one, ModelName other) => !(one == other);

            public override bool Equals(object? obj) => obj is ModelName other && this == other;

            public override int GetHashCode() => 0;
        }

        readonly struct Counter(int count)
        {
            private readonly int _count = count;

            public static Counter operator ++(Counter counter) => new(counter._count + 1);

            public static Counter operator +(Counter counter, int more) => new(counter._count + more);

            public static explicit operator int(Counter counter) => counter._count;
        }
        """);

    [Fact]
    public void CastsAndTypeTests() => SmallProgram.Check("""
        object value = "text";
        Keep("cast", (string)value); // known
        Keep("as", value as string ?? "none"); // known
        Keep("as-other", (value as List<string>)?.Count.ToString() ?? "none"); // known
        Keep("is", value is string ? "string" : "other"); // known
        Keep("type", typeof(List<string>).Name + nameof(List<string>.Count)); // known
        long big = 5_000_000_000;
        Keep("narrowed", ((int)big).ToString()); // known
        """);

    [Fact]
    public void ReferenceComparisons() => SmallProgram.Check("""
        var one = new Box();
        var other = new Box();
        Keep("same", (one == other).ToString() + (one == one) + (one != null)); // known
        Box? none = null;
        Keep("null", none is null ? "null" : "some"); // known
        var records = new Pair("a", new Pair("b", null)) == new Pair("a", new Pair("b", null));
        Keep("records", records.ToString()); // known
        Keep("unequal", (new Pair("a", null) == new Pair("b", null)).ToString()); // known
        """, "class Box; record Pair(string Name, Pair? Inner);");

    [Fact]
    public void OperatorsOfNullableValues() => SmallProgram.Check("""
        int? none = null, three = 3;
        bool? yes = true, open = null;
        Keep("sum", (none + three).ToString() + "|" + (three + 1)); // known
        Keep("less", (none < three).ToString() + (none >= none) + (none == null)); // known
        Keep("decided", ((yes | open) ?? false).ToString() + ((open & false) ?? true)); // known
        Keep("open", (yes & open).ToString() + "."); // known
        bool? either = flag ? true : null;
        Keep("either", (either & open).ToString() + "."); // known
        Keep("depends", (either | open).ToString() + "."); // unknown
        bool? given = flag;
        Keep("given", (given & open).ToString() + "."); // unknown
        """);

    [Fact]
    public void RecordsWithAnEqualityOfTheirOwn() => SmallProgram.Check(
        """
        Keep("operator", (new Model("a", 1) == new Model("a", 2)).ToString() + (new Model("a", 1) != new Model("b", 1))); // known
        Keep("derived", (new Dated("a", 1, 5) == new Dated("a", 2, 5)).ToString()); // unknown
        """,
        """
        record Model(string Id, int Version)
        {
            public virtual bool Equals(Model? other) => Id == other?.Id;
            public override int GetHashCode() => 1;
        }

        record Dated(string Id, int Version, int Year) : Model(Id, Version);
        """);

    [Fact]
    public void EnumsOfOtherNumbers() => SmallProgram.Check("""
        Keep("names", string.Join(",", Enum.GetNames<Signed>()) + string.Join(",", Enum.GetNames(typeof(Small))) + string.Join(",", Enum.GetValues(typeof(Small)).Cast<Small>())); // known
        Keep("parsed", $"{(Small)Enum.Parse(typeof(Small), "b", true)}{Enum.IsDefined(typeof(Small), Small.A)}{Enum.GetName(typeof(Small), Small.B)}"); // known
        Keep("flags", $"{Small.A | Small.B}{(Small.A | Small.B).HasFlag(Small.B)}{Small.A.HasFlag(Small.B)}{Large.X | Large.Y}{(Small)9}"); // known
        Keep("several", ((Small)Enum.Parse(typeof(Small), "A, B")).ToString()); // known
        Keep("tried", $"{Enum.TryParse<Small>("b, A", true, out var both)}{both}{Enum.TryParse<Small>("A, C", out var none)}{none}{Small.B:F}{(Signed)1:F}"); // known
        """, """
        enum Signed { One = 1, Zero = 0, Minus = -1 }
        [Flags] enum Small : byte { A = 1, B = 2 }
        [Flags] enum Large : long { X = 1L << 40, Y = 2 }
        """);

    [Fact]
    public void EqualIsNotTheSame() => SmallProgram.Check("""
        object one = 1, other = 1, longer = 1L;
        Keep("boxed", one == other ? "same" : "two"); // unknown
        Keep("boxed-and-compared", one.Equals(other) && Equals(one, other) ? "equal" : "different"); // known
        Keep("different", one == (object)2 || longer == (object)"1" ? "same" : "two"); // known
        Keep("generic", Same("ab", string.Concat("a", text.Length > 0 ? "b" : "b")) ? "same" : "two"); // unknown
        object left = new Model("a"), right = new Model("a");
        Keep("records", left == right ? "same" : "two"); // known
        Keep("records-compared", left.Equals(right) && (Model)left == (Model)right ? "equal" : "different"); // known
        Keep("itself", left == (object)left && Same(left, left) ? "same" : "two"); // known
        Keep("null", left == null || (object?)null == one ? "null" : "none"); // known

        static bool Same<T>(T one, T other) where T : class => one == other;
        """, """
        record Model(string Name);
        """);
}
