using System.Collections.Immutable;

namespace Pulumi.Automation;

/// <summary>What came of an operation on a stack.</summary>
public class UpdateResult
{
    internal UpdateResult(string standardOutput, string standardError)
    {
        StandardOutput = standardOutput;
        StandardError = standardError;
    }

    public string StandardOutput { get; }

    public string StandardError { get; }
}

public sealed class UpResult : UpdateResult
{
    internal UpResult(string standardOutput, string standardError, IImmutableDictionary<string, OutputValue> outputs)
        : base(standardOutput, standardError) => Outputs = outputs;

    /// <summary>The stack's outputs; the value of an unknown one is null.</summary>
    public IImmutableDictionary<string, OutputValue> Outputs { get; }
}

public sealed class PreviewResult : UpdateResult
{
    internal PreviewResult(string standardOutput, string standardError, IImmutableDictionary<OperationType, int> changeSummary)
        : base(standardOutput, standardError) => ChangeSummary = changeSummary;

    public IImmutableDictionary<OperationType, int> ChangeSummary { get; }
}

public sealed class OutputValue
{
    internal OutputValue(object? value, bool isSecret)
    {
        Value = value;
        IsSecret = isSecret;
    }

    public object? Value { get; }

    public bool IsSecret { get; }
}

public enum OperationType
{
    Same,
    Create,
    Update,
    Delete,
    Replace,
    CreateReplacement,
    DeleteReplaced,
}
