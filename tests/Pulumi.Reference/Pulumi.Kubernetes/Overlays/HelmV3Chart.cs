using Pulumi.Kubernetes.Yaml;

namespace Pulumi.Kubernetes.Helm.V3;

/// <summary>A Helm chart, rendered by the program and not by Helm's own releases.</summary>
public sealed class Chart : CollectionComponentResource
{
    public Chart(string releaseName, Union<ChartArgs, LocalChartArgs> args, ComponentResourceOptions? options = null)
        : base("kubernetes:helm.sh/v3:Chart", ChartRequest.Name(args, releaseName), ChartRequest.Inputs(args), options)
    {
    }
}
