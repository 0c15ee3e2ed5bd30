namespace Pulumi;

/// <summary>An input of whatever type.</summary>
internal interface IInput
{
    /// <summary>The input as one output.</summary>
    IOutput ToUntypedOutput();

    /// <summary>
    /// What the serializer walks: for lists and maps their parts, so that one unknown item leaves the others known; else the output.
    /// </summary>
    object Parts { get; }
}
