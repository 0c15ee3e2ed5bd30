using System;

namespace Pulumi;

/// <summary>A case of a union that is told by a property of the object.</summary>
[AttributeUsage(AttributeTargets.All, AllowMultiple = true)]
public sealed class DiscriminatedUnionCaseAttribute : Attribute
{
    public DiscriminatedUnionCaseAttribute(string tag, Type type)
    {
        Tag = tag;
        Type = type;
    }

    public string Tag { get; }

    public Type Type { get; }
}

/// <summary>The property of the object that tells the case of a union.</summary>
[AttributeUsage(AttributeTargets.All)]
public sealed class DiscriminatedUnionDiscriminatorAttribute : Attribute
{
    public DiscriminatedUnionDiscriminatorAttribute(string propertyName) => PropertyName = propertyName;

    public string PropertyName { get; }
}
