using System;
using System.Collections.Generic;
using System.Linq;
using ModelPlacement.Engine.Models;
using Xunit;

namespace ModelPlacement.Engine.Tests.Models;

/// <summary>Shell scripts, and the words of the commands in them. Words are shown divided by <c>|</c>, commands by <c>/</c>; <c>?</c> is what is not known.</summary>
public sealed class ShellScriptTests
{
    [Theory]
    [InlineData("a b  c", "a|b|c")]
    [InlineData("a 'b c' \"d e\"", "a|b c|d e")]
    [InlineData("a b\\ c 'it'\\''s'", "a|b c|it's")]
    [InlineData("a; b && c || d | e &", "a / b / c / d / e")]
    [InlineData("a # b\nc", "a / c")]
    [InlineData("a#b", "a#b")]
    [InlineData("a \\\n  b", "a|b")]
    [InlineData("a \\\r\n  b\r\nc\r\n", "a|b / c")]
    [InlineData("a > out 2>&1 < in; b >> log", "a / b")]
    [InlineData("a 2 > out", "a|2")]
    [InlineData("x=1; a $x ${x} \"$x\" '$x' \\$x", "a|1|1|1|$x|$x")]
    [InlineData("a $x ${x:-d} ${x-e} ${x#y}", "a|?|d|e|?")]
    [InlineData("x=1; a ${x:-d}", "a|1")]
    [InlineData("y=2; a ${x:-$y}", "a|2")]
    [InlineData("a $(b c) `d` $((1+2)) $1 $@", "a|?|?|?|?|?")]
    [InlineData("a pre$(b)post", "a|pre?post")]
    [InlineData("x='b c'; a $x \"$x\"", "a|b|c|b c")]
    [InlineData("x=(b \"c d\"); a \"${x[@]}\"", "a|b|c|d")]
    [InlineData("export x=1 y=2; a $x$y", "a|12")]
    [InlineData("x=1 a $x", "a|?")]
    [InlineData("x=1\nx=2\na $x", "a|2")]
    [InlineData("x=1\nif t; then x=2; fi\na $x", "t / a|1 / a|2")]
    [InlineData("for v in 1 2; do a $v; done", "a|1 / a|2")]
    [InlineData("while true; do a; done", "true / a")]
    [InlineData("(cd /d && a)", "cd|/d / a")]
    [InlineData("f() { a; }; f", "f / a / f")]
    [InlineData("a <<E\nb $x\nE\nc", "a / c")]
    [InlineData("a <<< b", "a")]
    [InlineData("x=a; x+=b; c $x", "c|ab")]
    [InlineData("x+=b; c $x", "c|?b")]
    [InlineData("export x=a; export x+=b; c $x", "c|ab")]
    [InlineData("x=(a b); x+=(c); d \"${x[@]}\"", "d|a|b|c")]
    [InlineData("x=a\nif t; then x+=b; fi\nc $x\nx+=d\nc $x", "t / c|a / c|ab / c|?")]
    [InlineData("a+b=c; +=a", "a+b=c / +=a")]
    [InlineData("while t; do b; done\nx=1\nx=2\na $x", "t / b / a|2")]
    [InlineData("case $y in\nb) c;;\nesac\nx=1\nx=2\na $x", "?|in / b / c / a|2")]
    [InlineData("for v in 1; do for w in 2; do b; done; done\nx=1\nx=2\na $x", "b / a|2")]
    [InlineData("x=1\nif t; then for w in 2 3; do b $w; done; x=2; fi\na $x", "t / b|2 / b|3 / a|1 / a|2")]
    [InlineData("if t; then x=1; fi; fi\nx=2\na $x", "t / a|2")]
    [InlineData("local x=1; readonly y=2; declare z=3; typeset v=4; set w=5; a $x$y$z$v$w", "a|12345")]
    [InlineData("export x; a $x", "a|?")]
    [InlineData("export -p x=1; a $x", "a|1")]
    [InlineData("a 9> out; b 0< in", "a / b")]
    [InlineData("a 9 10> out", "a|9|10")]
    [InlineData("a > out b", "a|b")]
    [InlineData("a >\nb", "a / b")]
    [InlineData("a $0 $9x $- $# $? $$ $! $* $_x9-y", "a|?|?x|?|?|?|?|?|?|?-y")]
    [InlineData("aZ_9=1; b $aZ_9 ${aZ_9}", "b|1|1")]
    [InlineData("9x=1; b", "9x=1 / b")]
    [InlineData("x='b c'; a p$x", "a|pb c")]
    [InlineData("for v; do a $v; done", "a|?")]
    [InlineData("for v of 1 2; do a $v; done", "a|?")]
    [InlineData("a $ b$ \"$\" \"c", "a|$|b$|$|c")]
    [InlineData("a ${x:=d} ${x=e} ${x:-\"f\"} ${x:-'g'} ${x:-'} ${!x} ${}", "a|d|e|f|g|'|?|?")]
    [InlineData("a ${x:-${y:-${z:-b}}} ${x", "a|b|?")]
    [InlineData("a \"b\\\nc\\\"\\x\" d\\", "a|bc\"\\x|d\\")]
    [InlineData("a 'b", "a|b")]
    [InlineData("a `b", "a|?")]
    [InlineData("a $(b $(c) d) e $(f", "a|?|e|?")]
    [InlineData("x=(a # b\n c); d \"${x[*]}\" \"$x\"", "d|a|#|b|c|a # b c")]
    [InlineData("", "")]
    public void Commands_of(string script, string expected)
    {
        var read = ShellScript.Read(script, 1, new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal));

        var shown = string.Join(" / ", read.Commands.Select(static command => string.Join('|', command.Words.Select(static word => word.Text))));
        Assert.Equal(expected, shown.Replace(WorkloadSource.UnknownPiece, '?'));
    }

    [Theory]
    [InlineData("cat > /f <<E\na $x\nE\n", "/f", "a 1\n")]
    [InlineData("cat > /f <<'E'\na $x\nE\n", "/f", "a $x\n")]
    [InlineData("cat <<\"E\" > /f\na $x\nE\n", "/f", "a $x\n")]
    [InlineData("cat <<-E\n\ta\n\tE\n", null, "a\n")]
    [InlineData("tee -a /f <<E\na \\$x\nE\n", "/f", "a $x\n")]
    [InlineData("cat <<E\na\n", null, "a\n")]
    public void A_here_document_of(string script, string? path, string text)
    {
        var variables = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["x"] = ["1"] };

        var document = Assert.Single(ShellScript.Read(script, 1, variables).HereDocuments);
        Assert.Equal((path, text), (document.Path, document.Text));
    }

    [Theory]
    [InlineData("a\n\nb c\\\n d\n'e\nf' g; h\n# i\nj", "1 3|3|4 5|6 6 8")]
    [InlineData("a\r\nb \\\r\n c\r\nd", "1 2|3 4")]
    [InlineData("a <<E\nb\nE\nc", "1 4")]
    [InlineData("for v in 1 2; do\na $v\ndone\nb", "2|2 2|2 4")]
    [InlineData("x=(\n1\n)\na $x\n\"b\n\" c", "4|4 5|6")]
    public void The_lines_of_the_words_of(string script, string lines)
    {
        var read = ShellScript.Read(script, 1, new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal));

        Assert.Equal(lines, string.Join(' ', read.Commands.Select(static command => string.Join('|', command.Words.Select(static word => word.Line)))));
        Assert.All(
            ShellScript.Read(script, 11, new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)).Commands.SelectMany(static command => command.Words)
                .Zip(read.Commands.SelectMany(static command => command.Words)),
            static pair => Assert.Equal(pair.Second.Line + 10, pair.First.Line));
    }
}
