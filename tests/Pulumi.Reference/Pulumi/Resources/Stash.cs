namespace Pulumi;

/// <summary>A value kept in the stack's state.</summary>
public sealed class Stash : CustomResource
{
    public Stash(string name, StashArgs args, CustomResourceOptions? options = null)
        : base("pulumi:index:Stash", name, args, options)
    {
    }

    [Output("output")]
    public Output<object?> Output { get; private set; } = null!;

    [Output("input")]
    public Output<object?> Input { get; private set; } = null!;
}

public sealed class StashArgs : ResourceArgs
{
    [Input("input", required: true)]
    public Input<object>? Input { get; set; }
}
