using System.Collections.Generic;

namespace ModelPlacement.Engine.Policies;

/// <summary>Tells exemptions apart by the place of their entry: two entries that say the same are still two.</summary>
internal sealed class ExemptionPlace : IEqualityComparer<Exemption>
{
    public static readonly ExemptionPlace Comparer = new();

    public bool Equals(Exemption? x, Exemption? y) => Equals(x?.Position, y?.Position) && (x?.Position is not null || ReferenceEquals(x, y));

    public int GetHashCode(Exemption obj) => obj.Position?.GetHashCode() ?? 0;
}
