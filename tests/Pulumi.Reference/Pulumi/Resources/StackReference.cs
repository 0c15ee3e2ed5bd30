using System;
using System.Collections.Immutable;
using System.Threading.Tasks;

namespace Pulumi;

/// <summary>Another stack, whose outputs this one reads.</summary>
public class StackReference : CustomResource
{
    public StackReference(string name, StackReferenceArgs? args = null, CustomResourceOptions? options = null)
        : base("pulumi:pulumi:StackReference", name, new StackReferenceArgs { Name = args?.Name ?? name }, WithId(options, args?.Name ?? name))
    {
    }

    [Output("name")]
    public Output<string> Name { get; private set; } = null!;

    [Output("outputs")]
    public Output<ImmutableDictionary<string, object?>> Outputs { get; private set; } = null!;

    [Output("secretOutputNames")]
    public Output<ImmutableArray<string>> SecretOutputNames { get; private set; } = null!;

    public Output<object?> GetOutput(Input<string> name) => Lookup(name, (outputs, key) => outputs.GetValueOrDefault(key));

    public Output<object?> RequireOutput(Input<string> name) => Lookup(name, Required);

    /// <exception cref="InvalidOperationException">The outputs are unknown in this run.</exception>
    public async Task<StackReferenceOutputDetails> GetOutputDetailsAsync(string name)
    {
        var data = await GetOutput(name).DataTask.ConfigureAwait(false);
        RequireKnown(data);
        return data.IsSecret ? new StackReferenceOutputDetails { SecretValue = data.Value } : new StackReferenceOutputDetails { Value = data.Value };
    }

    /// <exception cref="InvalidOperationException">The outputs are unknown in this run, or the value is secret.</exception>
    public Task<object?> GetValueAsync(Input<string> name) => PlainAsync(GetOutput(name));

    /// <exception cref="InvalidOperationException">The outputs are unknown in this run, or the value is secret.</exception>
    public Task<object?> RequireValueAsync(Input<string> name) => PlainAsync(RequireOutput(name));

    private static CustomResourceOptions WithId(CustomResourceOptions? options, Input<string> id)
    {
        var merged = CustomResourceOptions.Merge(null, options);
        merged.Id = id;
        return merged;
    }

    private object? Required(ImmutableDictionary<string, object?> outputs, string key) => outputs.TryGetValue(key, out var value)
        ? value
        : throw new System.Collections.Generic.KeyNotFoundException($"Required output '{key}' does not exist on stack '{GetResourceName()}'.");

    private Output<object?> Lookup(Input<string> name, Func<ImmutableDictionary<string, object?>, string, object?> get) =>
        Combination.Of(
            [name, Outputs],
            values => get((ImmutableDictionary<string, object?>)values[1]!, (string)values[0]!),
            values => new Trace.Reason($"output '{values[0].Value}' of stack '{GetResourceName()}'"));

    private static async Task<object?> PlainAsync(Output<object?> output)
    {
        var data = await output.DataTask.ConfigureAwait(false);
        RequireKnown(data);
        return data.IsSecret ? throw new InvalidOperationException("Cannot call 'GetValueAsync' if the referenced stack output is a secret.") : data.Value;
    }

    private static void RequireKnown(OutputData<object?> data)
    {
        if (!data.IsKnown)
        {
            throw new InvalidOperationException($"Unknown in this run: {data.Trace!.Describe()}.");
        }
    }
}

public class StackReferenceArgs : ResourceArgs
{
    [Input("name", required: true)]
    public Input<string>? Name { get; set; }
}

public sealed class StackReferenceOutputDetails
{
    public object? Value { get; set; }

    public object? SecretValue { get; set; }
}
