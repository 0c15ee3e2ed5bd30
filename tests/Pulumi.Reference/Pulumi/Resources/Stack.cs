using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;

namespace Pulumi;

/// <summary>The root of a program's resources; a program may derive its own and create everything in the constructor.</summary>
public class Stack : ComponentResource
{
    internal const string Token = "pulumi:pulumi:Stack";

    public Stack(StackOptions? options = null)
        : base(Token, $"{Deployment.Internal.Settings.Project}-{Deployment.Internal.Settings.Stack}", ConvertOptions(options))
    {
        Deployment.Internal.Stack = this;
        Outputs = Output.Create<IDictionary<string, object?>>(ImmutableDictionary<string, object?>.Empty);
    }

    internal Stack(Func<Task<IDictionary<string, object?>>> program, StackOptions? options)
        : this(options)
    {
        Outputs = Output.Create(program());
        RegisterOutputs(Outputs);
    }

    /// <summary>What the stack hands out.</summary>
    internal Output<IDictionary<string, object?>> Outputs { get; private set; }

    /// <summary>Collects the properties marked as outputs, once the constructor of the program's own class is through.</summary>
    /// <exception cref="RunException">One of them is not set, or is not an output.</exception>
    internal void RegisterPropertyOutputs()
    {
        var properties = (
            from property in GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            let attribute = property.GetCustomAttribute<OutputAttribute>()
            where attribute is not null && property.DeclaringType!.IsSubclassOf(typeof(Stack))
            select (Name: attribute.Name ?? property.Name, Value: property.GetValue(this), property.PropertyType)).ToList();
        var wrong = properties.Where(property => !typeof(IOutput).IsAssignableFrom(property.PropertyType)).Select(property => property.Name).ToList();
        if (wrong.Count > 0)
        {
            throw RunException.OutputsHaveIncorrectType(wrong);
        }

        var unset = properties.Where(property => property.Value is null).Select(property => property.Name).ToList();
        if (unset.Count > 0)
        {
            throw new RunException(
                $"Output(s) {string.Join(", ", unset.Select(name => $"'{name}'"))} have no value assigned. "
                + "[Output] attributed properties must be assigned inside Stack constructor.");
        }

        Outputs = Output.Create<IDictionary<string, object?>>(properties.ToImmutableDictionary(property => property.Name, property => (object?)property.Value));
        RegisterOutputs(Outputs);
    }

    private static ComponentResourceOptions? ConvertOptions(StackOptions? options) => options is null
        ? null
        : new ComponentResourceOptions { ResourceTransformations = options.ResourceTransformations, ResourceTransforms = options.ResourceTransforms };
}
