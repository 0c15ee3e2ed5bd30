using Pulumi;
using Pulumi.AzureNative.Web;
using Pulumi.AzureNative.Web.Inputs;
using Deployment = Pulumi.Deployment;

return await Deployment.RunAsync(() =>
{
    var pipeline = new SettingsPipeline();
    pipeline.Added += (name, value) => pipeline.Log.Add(name);
    pipeline.Use(settings => settings["AZURE_OPENAI_DEPLOYMENT"] = "gpt-4o")
        .Use(AddEndpoint)
        .Use(settings =>
        {
            if (settings.Remove("TEMPORARY"))
                settings.Add("CLEANED", "true");
        });
    Func<string, string> upper = text => text.ToUpperInvariant();
    Func<string, string> prefixed = text => "APP_" + upper(text);

    var settings = pipeline.Run();
    _ = new WebApp("front", new WebAppArgs
    {
        ResourceGroupName = "web",
        SiteConfig = new SiteConfigArgs { AppSettings = settings.Select(entry => new NameValuePairArgs { Name = prefixed(entry.Key), Value = entry.Value }).ToList() },
        Tags = { ["log"] = string.Join(",", pipeline.Log) },
    });

    static void AddEndpoint(IDictionary<string, string> settings) => settings["AZURE_OPENAI_ENDPOINT"] = "https://acme.openai.azure.com";
});

internal sealed class SettingsPipeline
{
    private readonly List<Action<IDictionary<string, string>>> _steps = new();

    public event Action<string, string>? Added;

    public List<string> Log { get; } = new();

    public SettingsPipeline Use(Action<IDictionary<string, string>> step)
    {
        _steps.Add(step);
        return this;
    }

    public IReadOnlyDictionary<string, string> Run()
    {
        var settings = new Dictionary<string, string> { ["TEMPORARY"] = "1" };
        foreach (var step in _steps)
            step(settings);
        foreach (var (name, value) in settings.OrderBy(entry => entry.Key, StringComparer.Ordinal))
            Added?.Invoke(name, value);
        return settings.OrderBy(entry => entry.Key, StringComparer.Ordinal).ToDictionary(entry => entry.Key, entry => entry.Value);
    }
}
