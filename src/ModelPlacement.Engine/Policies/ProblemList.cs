using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using ModelPlacement.Engine.Documents;

namespace ModelPlacement.Engine.Policies;

/// <summary>Collects the problems of one policy file, each once. Beyond a limit it only notes that there are more: nobody reads them, and a hostile file has many.</summary>
internal sealed class ProblemList
{
    public const int Limit = 100;

    private readonly List<PolicyProblem> _problems = [];
    private readonly HashSet<PolicyProblem> _seen = [];
    private bool _hasMore;

    /// <summary>Whether one more will not be listed, so that nobody need work out its message.</summary>
    public bool IsFull => _problems.Count >= Limit;

    public void Invalid(FilePosition position, string message) => Add(RuleId.PolicyFileInvalid, position, message);

    public void Add(string rule, FilePosition position, string message)
    {
        var problem = new PolicyProblem(rule, message, position);
        if (IsFull)
            _hasMore = true;
        else if (_seen.Add(problem))
            _problems.Add(problem);
    }

    /// <summary>In the order of the file.</summary>
    public ImmutableArray<PolicyProblem> ToImmutable()
    {
        var sorted = _problems.OrderBy(static problem => problem.Position.Span.Start).ToImmutableArray();
        return _hasMore
            ? sorted.Add(new PolicyProblem(RuleId.PolicyFileInvalid, "There are more problems than are listed", sorted[sorted.Length - 1].Position))
            : sorted;
    }
}
