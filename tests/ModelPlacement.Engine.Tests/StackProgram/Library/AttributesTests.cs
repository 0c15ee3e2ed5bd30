using ModelPlacement.Engine.Tests.StackProgram.Differential;
using Xunit;

namespace ModelPlacement.Engine.Tests.StackProgram.Library;

public sealed class AttributesTests
{
    private const string Models = """
        enum Llm
        {
            [Description("openai.gpt-5.5"), EnumMember(Value = "gpt"), Price("high", Level = 3)] Gpt,
            [EnumMember] Claude,
            [Price("a"), Price("b")] Nova,
            [Loud("x")] Loud,
        }

        class LoudAttribute(string text) : DescriptionAttribute(text) { public override string Description => base.Description.ToUpperInvariant(); }

        [AttributeUsage(AttributeTargets.Field, AllowMultiple = true)]
        class PriceAttribute : Attribute
        {
            public PriceAttribute(string text) => Text = text + "!";

            public string Text { get; }

            public int Level { get; set; } = 1;
        }

        static class Names
        {
            public static string Describe(this Enum value)
            {
                var field = value.GetType().GetField(value.ToString());
                if (field == null)
                    return "undefined";
                var attributes = (DescriptionAttribute[])field.GetCustomAttributes(typeof(DescriptionAttribute), false);
                return attributes.Length > 0 ? attributes[0].Description : value.ToString();
            }

            public static string Value(this Llm model) => typeof(Llm).GetField(model.ToString())!.GetCustomAttribute<EnumMemberAttribute>()?.Value ?? model.ToString();

            public static string Price(this Llm model) => typeof(Llm).GetMember(model.ToString()).First().GetCustomAttribute<PriceAttribute>() is { } price ? price.Text + price.Level : "none";
        }
        """;

    [Fact]
    public void OfEnumMembers() => SmallProgram.Check("""
        Keep("described", Llm.Gpt.Describe() + Llm.Claude.Describe() + ((Llm)77).Describe()); // known
        Keep("value", Llm.Gpt.Value() + Llm.Claude.Value() + Llm.Nova.Value()); // known
        Keep("own", Llm.Gpt.Price() + Llm.Claude.Price()); // known
        Keep("several", string.Join(",", typeof(Llm).GetField("Nova")!.GetCustomAttributes<PriceAttribute>().Select(price => price.Text))); // known
        Keep("one-of", (flag ? Llm.Gpt : Llm.Claude).Describe()); // unknown
        Keep("derived", Llm.Loud.Describe()); // unknown
        Keep("another", ReferenceEquals(typeof(Llm).GetField("Gpt")!.GetCustomAttribute<PriceAttribute>(), typeof(Llm).GetField("Gpt")!.GetCustomAttribute<PriceAttribute>()).ToString()); // known
        Keep("of-any-class", typeof(Llm).GetField("Gpt")!.GetCustomAttributes<Attribute>().Count().ToString()); // unknown
        Keep("field", typeof(Llm).GetField("value__") is null ? "none" : "some"); // unknown
        try
        {
            Keep("one-of-several", typeof(Llm).GetField("Nova")!.GetCustomAttribute<PriceAttribute>()!.Text); // unknown
        }
        catch (AmbiguousMatchException)
        {
            Keep("caught", "ambiguous"); // known
        }
        """, Models);
}
