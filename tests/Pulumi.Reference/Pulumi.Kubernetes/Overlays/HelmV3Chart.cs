namespace Pulumi.Kubernetes.Helm.V3;

/// <summary>A Helm chart, rendered by the program.</summary>
public sealed class Chart : ChartBase
{
    public Chart(string releaseName, Union<ChartArgs, LocalChartArgs> args, ComponentResourceOptions? options = null)
        : base(releaseName, args, options)
    {
    }
}
