using System.Collections.Generic;

namespace Pulumi.Kubernetes.Helm;

/// <summary>What a chart is asked for, as its recorded name and inputs.</summary>
internal static class ChartRequest
{
    public static string Name(Union<ChartArgs, LocalChartArgs> args, string releaseName)
    {
        var prefix = args.Match(chart => chart.ResourcePrefix, chart => chart.ResourcePrefix);
        return string.IsNullOrEmpty(prefix) ? releaseName : $"{prefix}-{releaseName}";
    }

    public static Dictionary<string, object?> Inputs(Union<ChartArgs, LocalChartArgs> args)
    {
        var inputs = args.Match(chart => chart.CommonInputs, chart => chart.CommonInputs);
        args.Switch(
            chart =>
            {
                inputs["repo"] = chart.Repo;
                inputs["chart"] = chart.Chart;
                inputs["version"] = chart.Version;
                inputs["fetchOptions"] = chart.FetchOptions.Apply(fetch => fetch?.Inputs);
            },
            chart => inputs["path"] = chart.Path);
        return inputs;
    }
}
