using ModelPlacement.Engine.Tests.StackProgram.Differential;
using Xunit;

namespace ModelPlacement.Engine.Tests.StackProgram.Library;

public sealed class ExceptionsTests
{
    [Fact]
    public void Members() => SmallProgram.Check("""
        Exception problem = new InvalidOperationException("outer", new FormatException("inner"));
        Keep("message", problem.Message + problem.InnerException!.Message + (problem.InnerException.InnerException is null)); // known
        Keep("argument", new ArgumentException("wrong", "name").Message); // unknown
        Keep("none", new InvalidOperationException().Message); // unknown
        Exception own = new Own();
        Keep("own", own.Message); // known
        Keep("derived", new Placement(2, "two").Message + new Placement(3, "three").Code); // known
        """, """
        class Own : Exception { public override string Message => "own"; }
        class Placement(int code, string message) : Exception(message) { public int Code { get; } = code; }
        """);

    [Fact]
    public void WhatMayThrowMayBeCaught() => SmallProgram.Check("""
        string how;
        try { IList<string> items = new[] { "a" }; items.Add("b"); how = "added"; } catch (NotSupportedException) { how = "fixed"; }
        Keep("fixed", how); // unknown
        try { var items = new List<string> { "a" }; foreach (var item in items) items.Add("b"); how = "looped"; } catch (InvalidOperationException) { how = "modified"; }
        Keep("modified", how); // unknown
        try { checked { var number = int.MaxValue; number++; } how = "counted"; } catch (OverflowException) { how = "overflow"; }
        Keep("overflow", how); // unknown
        try { object[] items = new string[1]; items[0] = 1; how = "set"; } catch (ArrayTypeMismatchException) { how = "type"; }
        Keep("type", how); // unknown
        try { List<string>? items = null; how = string.Join(",", items!); } catch (ArgumentNullException) { how = "null"; }
        Keep("null", how); // unknown
        try { foreach (var item in Failing()) how = item; how = "all"; } catch (InvalidOperationException problem) { how = problem.Message; }
        Keep("iterator", how); // unknown
        try { object? gate = null; lock (gate!) how = "locked"; } catch (ArgumentNullException) { how = "lock"; }
        Keep("lock", how); // unknown
        try { var map = new Dictionary<string, string>(); map[null!] = "x"; how = "set"; } catch (ArgumentNullException) { how = "key"; }
        Keep("key", how); // unknown
        static IEnumerable<string> Failing() { yield return "a"; throw new InvalidOperationException("iterator"); }
        """);
}
