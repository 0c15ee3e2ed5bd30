// stack: dev
// config: project:image = ollama/ollama:0.12.3
// stack: prod
// config: project:image = vllm/vllm-openai:v0.11.0
// config: project:model = openai/gpt-oss-20b
// config: project:maxReplicas = 5
using Pulumi;
using Pulumi.AzureNative.App;
using Pulumi.AzureNative.App.Inputs;
using Pulumi.AzureNative.OperationalInsights;
using Pulumi.AzureNative.Resources;
using Deployment = Pulumi.Deployment;

return await Deployment.RunAsync<ContainerAppsStack>();

internal sealed class ContainerAppsStack : Stack
{
    public ContainerAppsStack()
    {
        var settings = new Settings(new Config());
        var group = new ResourceGroup("apps");
        var logs = new Workspace("logs", new WorkspaceArgs { ResourceGroupName = group.Name, RetentionInDays = settings.IsProduction ? 90 : 30 });
        var environment = new ManagedEnvironment("environment", new ManagedEnvironmentArgs
        {
            ResourceGroupName = group.Name,
            AppLogsConfiguration = new AppLogsConfigurationArgs
            {
                Destination = "log-analytics",
                LogAnalyticsConfiguration = new LogAnalyticsConfigurationArgs { CustomerId = logs.CustomerId },
            },
        });
        var container = new ContainerArgs { Name = "server", Image = settings.Image };
        if (settings.Model is { } model)
        {
            container.Args = new[] { "--model", model, "--served-model-name", model.Split('/')[^1] };
            container.Resources = new ContainerResourcesArgs { Cpu = 8, Memory = "56Gi" };
        }
        else
        {
            container.Command.Add("/bin/ollama");
            container.Args.Add("serve");
            container.Env.Add(new EnvironmentVarArgs { Name = "OLLAMA_HOST", Value = "0.0.0.0:11434" });
        }

        var app = new ContainerApp("llm", new ContainerAppArgs
        {
            ResourceGroupName = group.Name,
            ManagedEnvironmentId = environment.Id,
            Configuration = new ConfigurationArgs { Ingress = new IngressArgs { External = !settings.IsProduction, TargetPort = settings.Model == null ? 11434 : 8000 } },
            Template = new TemplateArgs { Containers = { container }, Scale = new ScaleArgs { MinReplicas = 1, MaxReplicas = settings.MaxReplicas } },
        });
        Url = app.LatestRevisionFqdn.Apply(name => "https://" + name);
    }

    [Output("url")]
    public Output<string> Url { get; set; }

    private sealed class Settings
    {
        public Settings(Config config)
        {
            Image = config.Require("image");
            Model = config.Get("model");
            MaxReplicas = config.GetInt32("maxReplicas") ?? 1;
        }

        public string Image { get; }

        public string? Model { get; }

        public int MaxReplicas { get; }

        public bool IsProduction => Deployment.Instance.StackName.StartsWith("prod", StringComparison.OrdinalIgnoreCase);
    }
}
