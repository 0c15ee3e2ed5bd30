using System;
using System.Collections.Generic;

namespace Pulumi.Automation;

/// <summary>How an operation on a stack is done.</summary>
public class UpdateOptions
{
    public int? Parallel { get; set; }

    public string? Message { get; set; }

    public List<string>? Target { get; set; }

    public Action<string>? OnStandardOutput { get; set; }

    public Action<string>? OnStandardError { get; set; }
}

public sealed class UpOptions : UpdateOptions
{
    public bool? ExpectNoChanges { get; set; }

    public bool? Diff { get; set; }

    public List<string>? Replace { get; set; }

    public bool? TargetDependents { get; set; }

    public PulumiFn? Program { get; set; }
}

public sealed class PreviewOptions : UpdateOptions
{
    public bool? ExpectNoChanges { get; set; }

    public bool? Diff { get; set; }

    public List<string>? Replace { get; set; }

    public bool? TargetDependents { get; set; }

    public PulumiFn? Program { get; set; }
}
