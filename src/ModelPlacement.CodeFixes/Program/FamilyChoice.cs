using System.Collections.Generic;
using System.Linq;
using ModelPlacement.CodeFixes.Counterparts;

namespace ModelPlacement.CodeFixes.Program;

/// <summary>An SDK family in which a project can have a counterpart.</summary>
/// <param name="Family">The family.</param>
/// <param name="KeySuffix">What tells its key from that of the preferred one, whose key is the same in every project.</param>
/// <param name="TitleSuffix">What tells its title.</param>
internal sealed record FamilyChoice(CounterpartFamily Family, string KeySuffix, string TitleSuffix)
{
    /// <summary>The families that a project can use, the preferred one first; where it can use none yet, the preferred one and that it must be added.</summary>
    public static IEnumerable<FamilyChoice> Of(ProgramView program, CounterpartTarget target)
    {
        var usable = target.Families.Where(program.Has).ToList();
        return usable.Count == 0
            ? [new FamilyChoice(target.Families[0], ":package", " (add package " + target.Families[0].Namespace + ")")]
            : usable.Select(static (family, index) => index == 0 ? new FamilyChoice(family, "", "") : new FamilyChoice(family, ":" + family.Id, " (" + family.Namespace + ")"));
    }
}
