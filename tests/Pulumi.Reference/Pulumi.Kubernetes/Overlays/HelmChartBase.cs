using Pulumi.Kubernetes.Yaml;

namespace Pulumi.Kubernetes.Helm;

/// <summary>A Helm 2 chart, rendered by the program.</summary>
public abstract class ChartBase : CollectionComponentResource
{
    protected ChartBase(string releaseName, Union<ChartArgs, LocalChartArgs> args, ComponentResourceOptions? options = null)
        : base("kubernetes:helm.sh/v2:Chart", ChartRequest.Name(args, releaseName), ChartRequest.Inputs(args), options)
    {
    }
}
