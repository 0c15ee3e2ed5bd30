using System;
using System.Collections.Generic;

namespace Pulumi.Automation;

/// <summary>A project with its stacks.</summary>
public abstract class Workspace : IDisposable
{
    private protected Workspace()
    {
    }

    public abstract string WorkDir { get; }

    public abstract string? PulumiHome { get; }

    public abstract string? SecretsProvider { get; }

    public abstract PulumiFn? Program { get; set; }

    public abstract IDictionary<string, string?>? EnvironmentVariables { get; set; }

    internal abstract string ProjectName { get; }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
    }
}
