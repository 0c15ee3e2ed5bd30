using System;

namespace Pulumi;

/// <summary>Marks a property of a resource as an output and gives its name in Pulumi's schema; without a name, the property's own.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OutputAttribute : Attribute
{
    public OutputAttribute(string? name = null) => Name = name;

    public string? Name { get; }
}
