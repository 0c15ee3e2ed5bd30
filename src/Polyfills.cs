// What C# asks of the runtime and .NET Standard 2.0 lacks: the compiler says which member it misses. Written out, as a generator of them names them in another
// order each time, and no two builds would be the same. Each project compiles its own copy, which [Embedded] hides from the others.
using Microsoft.CodeAnalysis;

namespace Microsoft.CodeAnalysis
{
    [Embedded, System.AttributeUsage(System.AttributeTargets.All)]
    internal sealed class EmbeddedAttribute : System.Attribute;
}

namespace System
{
    /// <summary><c>items[^1]</c>.</summary>
    [Embedded]
    internal readonly struct Index(int value, bool fromEnd)
    {
        public int GetOffset(int length) => fromEnd ? length - value : value;
    }

    /// <summary><c>items[1..^1]</c>.</summary>
    [Embedded]
    internal readonly struct Range(Index start, Index end)
    {
        public Index Start => start;

        public Index End => end;
    }
}

namespace System.Diagnostics.CodeAnalysis
{
    /// <summary>Records with required members, which a copy has from the original.</summary>
    [Embedded, AttributeUsage(AttributeTargets.Constructor)]
    internal sealed class SetsRequiredMembersAttribute : Attribute;
}

namespace System.Runtime.CompilerServices
{
    /// <summary>Required members: compilers that do not know them keep away.</summary>
    [Embedded, AttributeUsage(AttributeTargets.All, AllowMultiple = true, Inherited = false)]
    internal sealed class CompilerFeatureRequiredAttribute(string featureName) : Attribute
    {
        public string FeatureName { get; } = featureName;
    }

    /// <summary>Records and <c>init</c>.</summary>
    [Embedded]
    internal static class IsExternalInit;

    /// <summary>Required members.</summary>
    [Embedded, AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Field | AttributeTargets.Property, Inherited = false)]
    internal sealed class RequiredMemberAttribute : Attribute;
}
