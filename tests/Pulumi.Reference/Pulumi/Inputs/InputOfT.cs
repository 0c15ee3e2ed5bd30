using System;

namespace Pulumi;

/// <summary>A value or an output of it.</summary>
public class Input<T> : IInput
{
    private readonly Output<T>? output;

    private protected Input(Output<T>? output) => this.output = output;

    IOutput IInput.ToUntypedOutput() => ToOutputCore();

    object IInput.Parts => PartsCore;

    private protected virtual object PartsCore => ToOutputCore();

    public static implicit operator Input<T>(T? value) => new(Output.Create(value!));

    /// <exception cref="ArgumentNullException">There is no output, as with a secret that is not configured.</exception>
    public static implicit operator Input<T>(Output<T> value) => new(value ?? throw new ArgumentNullException(nameof(value)));

    public static implicit operator Output<T>(Input<T> input) => input is null ? null! : input.ToOutputCore();

    internal virtual Output<T> ToOutputCore() => output!;
}
