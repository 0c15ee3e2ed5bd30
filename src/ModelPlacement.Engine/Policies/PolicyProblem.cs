using System;
using ModelPlacement.Engine.Documents;

namespace ModelPlacement.Engine.Policies;

/// <summary>Something wrong or worth knowing in a policy file.</summary>
/// <param name="Rule">One of <c>MPA3001</c> to <c>MPA3003</c> and <c>MPA4001</c> to <c>MPA4003</c>.</param>
/// <param name="Message">What, in words for a person, without the position.</param>
/// <param name="Position">The stretch of the file it is about.</param>
public sealed record PolicyProblem(string Rule, string Message, FilePosition Position)
{
    public string Path => Position.Path;

    /// <summary>Counted from 1.</summary>
    public int Line => Position.Line;

    /// <summary>Counted from 1.</summary>
    public int Column => Position.Column;

    public override string ToString() => FormattableString.Invariant($"{Path}({Line},{Column}): {Rule}: {Message}");
}
