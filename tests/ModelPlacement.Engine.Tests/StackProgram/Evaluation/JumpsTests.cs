using ModelPlacement.Engine.Tests.StackProgram.Differential;
using Xunit;

namespace ModelPlacement.Engine.Tests.StackProgram.Evaluation;

public sealed class JumpsTests
{
    [Fact]
    public void ForwardJumpsSkip() => SmallProgram.Check("""
        var model = "a";
        if (model == "a")
            goto done;
        model = "b";
        done:
        Keep("known", model); // known
        if (flag)
            goto end;
        model = "c";
        end:
        Keep("maybe", model); // unknown
        """);

    [Fact]
    public void JumpsBackAreLoops() => SmallProgram.Check("""
        var n = 0;
        var model = "a";
        var untouched = "u";
        again:
        Keep("n" + n, model);
        n++;
        model += "b";
        if (n < 3)
            goto again;
        Keep("model", model); // unknown
        Keep("untouched", untouched); // known
        """);

    [Fact]
    public void GotoCaseRunsTheOtherSection() => SmallProgram.Check("""
        Keep("large", Size("large")); // known
        Keep("small", Size("small")); // known
        Keep("other", Size("other")); // known
        Keep("unknown", Size(text)); // unknown

        static string Size(string name)
        {
            var size = "";
            switch (name)
            {
                case "small":
                    size += "s";
                    break;
                case "medium":
                    size += "m";
                    goto case "small";
                case "large":
                    size += "l";
                    goto case "medium";
                default:
                    size += "d";
                    goto case "large";
            }

            return size;
        }
        """);

    [Fact]
    public void GotoDefault() => SmallProgram.Check("""
        var size = "";
        switch ("a")
        {
            case "a":
                size = "a";
                goto default;
            case "b":
                size += "b";
                break;
            default:
                size += "d";
                break;
        }

        Keep("size", size); // known
        """);

    [Fact]
    public void ResourcesAfterAReturnThatMayHappenAreConditional() => SmallProgram.Check("""
        Create("first", flag);
        Keep("end", "e"); // known

        void Create(string name, bool skip)
        {
            Keep(name + "-before", "b");
            if (skip)
                return;
            Keep(name + "-after", "a");
        }
        """);
}
