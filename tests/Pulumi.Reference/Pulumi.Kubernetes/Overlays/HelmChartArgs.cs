using System.Collections.Generic;
using Pulumi.Kubernetes.Yaml;

namespace Pulumi.Kubernetes.Helm;

public class BaseChartArgs : ResourceArgs
{
    private InputList<string>? _apiVersions;
    private InputMap<object>? _values;
    private List<TransformationAction>? _transformations;

    public InputList<string> ApiVersions
    {
        get => _apiVersions ??= [];
        set => _apiVersions = value;
    }

    public Input<bool>? IncludeTestHookResources { get; set; }

    public Input<bool>? SkipCRDRendering { get; set; }

    public Input<bool>? SkipAwait { get; set; }

    public Input<string>? Namespace { get; set; }

    public Input<string>? KubeVersion { get; set; }

    public InputMap<object> Values
    {
        get => _values ??= [];
        set => _values = value;
    }

    public List<TransformationAction> Transformations
    {
        get => _transformations ??= [];
        set => _transformations = value;
    }

    public string? ResourcePrefix { get; set; }

    internal Dictionary<string, object?> CommonInputs => new()
    {
        ["apiVersions"] = _apiVersions,
        ["includeTestHookResources"] = IncludeTestHookResources,
        ["skipCRDRendering"] = SkipCRDRendering,
        ["skipAwait"] = SkipAwait,
        ["namespace"] = Namespace,
        ["kubeVersion"] = KubeVersion,
        ["values"] = _values,
        ["resourcePrefix"] = ResourcePrefix,
    };
}

/// <summary>A chart of a repository.</summary>
public class ChartArgs : BaseChartArgs
{
    public Input<string>? Repo { get; set; }

    public Input<string> Chart { get; set; } = null!;

    public Input<string>? Version { get; set; }

    public Input<ChartFetchArgs>? FetchOptions { get; set; }
}

/// <summary>A chart in a folder.</summary>
public class LocalChartArgs : BaseChartArgs
{
    public string Path { get; set; } = null!;
}

/// <summary>How a chart is fetched.</summary>
public class ChartFetchArgs
{
    public Input<string>? Version { get; set; }

    public Input<string>? CAFile { get; set; }

    public Input<string>? CertFile { get; set; }

    public Input<string>? KeyFile { get; set; }

    public Input<string>? Destination { get; set; }

    public Input<string>? Keyring { get; set; }

    public Input<string>? Password { get; set; }

    public Input<string>? Repo { get; set; }

    public Input<string>? UntarDir { get; set; }

    public Input<string>? Username { get; set; }

    public Input<string>? Home { get; set; }

    public Input<bool>? Devel { get; set; }

    public Input<bool>? Prov { get; set; }

    public Input<bool>? Untar { get; set; }

    public Input<bool>? Verify { get; set; }

    internal Dictionary<string, object?> Inputs => new()
    {
        ["version"] = Version,
        ["cAFile"] = CAFile,
        ["certFile"] = CertFile,
        ["keyFile"] = KeyFile,
        ["destination"] = Destination,
        ["keyring"] = Keyring,
        ["password"] = Password,
        ["repo"] = Repo,
        ["untarDir"] = UntarDir,
        ["username"] = Username,
        ["home"] = Home,
        ["devel"] = Devel,
        ["prov"] = Prov,
        ["untar"] = Untar,
        ["verify"] = Verify,
    };
}
