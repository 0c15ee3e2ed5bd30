using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using ModelPlacement.Engine.Documents;

namespace ModelPlacement.Engine.Policies;

/// <summary>Collects the problems of one policy file, each once. Beyond a limit they are only counted: nobody reads more, and a hostile file has many.</summary>
internal sealed class ProblemList
{
    public const int Limit = 200;

    private readonly List<PolicyProblem> _problems = [];
    private readonly HashSet<PolicyProblem> _seen = [];
    private int _more;

    public void Invalid(FilePosition position, string message) => Add(RuleId.PolicyFileInvalid, position, message);

    public void Add(string rule, FilePosition position, string message)
    {
        var problem = new PolicyProblem(rule, message, position);
        if (_problems.Count >= Limit)
            _more++;
        else if (_seen.Add(problem))
            _problems.Add(problem);
    }

    /// <summary>In the order of the file.</summary>
    public ImmutableArray<PolicyProblem> ToImmutable()
    {
        var sorted = _problems.OrderBy(static problem => problem.Position.Span.Start).ToImmutableArray();
        return _more == 0
            ? sorted
            : sorted.Add(new PolicyProblem(RuleId.PolicyFileInvalid, FormattableString.Invariant($"{_more} more problems are not listed"), sorted[0].Position));
    }
}
