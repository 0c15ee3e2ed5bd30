using System;

namespace Pulumi;

/// <summary>The identity of a resource: <c>urn:pulumi:stack::project::type::name</c>.</summary>
public readonly struct Urn : IEquatable<Urn>
{
    private readonly string value;

    public Urn(string value) => this.value = value;

    public static implicit operator string(Urn value) => value.value;

    public static bool operator ==(Urn left, Urn right) => left.Equals(right);

    public static bool operator !=(Urn left, Urn right) => !left.Equals(right);

    public static Output<string> Create(
        Input<string> name,
        Input<string> type,
        Resource? parent = null,
        Input<string>? parentUrn = null,
        Input<string>? project = null,
        Input<string>? stack = null)
    {
        var parentPrefix = parent?.Urn.Apply(PrefixOfParent) ?? parentUrn?.ToOutput().Apply(PrefixOfParent)
            ?? Output.Tuple(stack ?? Deployment.Instance.StackName, project ?? Deployment.Instance.ProjectName)
                .Apply(names => $"urn:pulumi:{names.Item1}::{names.Item2}::");
        return Output.Format($"{parentPrefix}{type}::{name}");
    }

    public bool Equals(Urn other) => string.Equals(value, other.value, StringComparison.Ordinal);

    public override bool Equals(object? obj) => obj is Urn other && Equals(other);

    public override int GetHashCode() => value?.GetHashCode(StringComparison.Ordinal) ?? 0;

    public override string ToString() => value;

    private static string PrefixOfParent(string urn) => urn[..urn.LastIndexOf("::", StringComparison.Ordinal)] + "$";
}
