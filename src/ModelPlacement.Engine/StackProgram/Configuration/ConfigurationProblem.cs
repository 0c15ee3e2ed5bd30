using System;
using ModelPlacement.Engine.Documents;

namespace ModelPlacement.Engine.StackProgram;

/// <summary>Something in <c>Pulumi.yaml</c> or <c>Pulumi.&lt;stack&gt;.yaml</c> that cannot be read. The values concerned are unknown.</summary>
/// <param name="Message">What, in words for a person, without the position.</param>
/// <param name="Position">The stretch of the file it is about.</param>
public sealed record ConfigurationProblem(string Message, FilePosition Position)
{
    public override string ToString() => FormattableString.Invariant($"{Position.Path}({Position.Line},{Position.Column}): {Message}");
}
