using System.Collections.Generic;

namespace Pulumi.Automation;

/// <summary>How a workspace is set up.</summary>
public class LocalWorkspaceOptions
{
    public string? WorkDir { get; set; }

    public string? PulumiHome { get; set; }

    public string? SecretsProvider { get; set; }

    public PulumiFn? Program { get; set; }

    public IDictionary<string, string?>? EnvironmentVariables { get; set; }

    public ProjectSettings? ProjectSettings { get; set; }
}
