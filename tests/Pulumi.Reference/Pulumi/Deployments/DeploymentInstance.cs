using System.Threading.Tasks;

namespace Pulumi;

/// <summary>The run as a program sees it.</summary>
public sealed class DeploymentInstance : IDeployment
{
    private readonly Deployment deployment;

    internal DeploymentInstance(Deployment deployment) => this.deployment = deployment;

    public string StackName => deployment.Settings.Stack;

    public string ProjectName => deployment.Settings.Project;

    public string RootDirectory => deployment.Settings.RootDirectory;

    public string OrganizationName => deployment.Settings.Organization;

    public bool IsDryRun => deployment.Settings.IsDryRun;

    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOptions? options, RegisterPackageRequest? registerPackageRequest) => Invoke<T>(token, args, options);

    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOutputOptions options, RegisterPackageRequest? registerPackageRequest) => Invoke<T>(token, args, options);

    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOptions? options = null) => deployment.Invoke<T>(token, args, options, single: false);

    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOutputOptions options) => deployment.Invoke<T>(token, args, options, single: false);

    public Output<T> InvokeSingle<T>(string token, InvokeArgs args, InvokeOptions? options, RegisterPackageRequest? registerPackageRequest) =>
        InvokeSingle<T>(token, args, options);

    public Output<T> InvokeSingle<T>(string token, InvokeArgs args, InvokeOutputOptions options, RegisterPackageRequest? registerPackageRequest) =>
        InvokeSingle<T>(token, args, options);

    public Output<T> InvokeSingle<T>(string token, InvokeArgs args, InvokeOptions? options = null) => deployment.Invoke<T>(token, args, options, single: true);

    public Output<T> InvokeSingle<T>(string token, InvokeArgs args, InvokeOutputOptions options) => deployment.Invoke<T>(token, args, options, single: true);

    public Task<T> InvokeAsync<T>(string token, InvokeArgs args, InvokeOptions? options, RegisterPackageRequest? registerPackageRequest) =>
        InvokeAsync<T>(token, args, options);

    public Task<T> InvokeAsync<T>(string token, InvokeArgs args, InvokeOptions? options = null) => deployment.InvokePlainAsync<T>(token, args, options, single: false);

    public Task<T> InvokeSingleAsync<T>(string token, InvokeArgs args, InvokeOptions? options, RegisterPackageRequest? registerPackageRequest) =>
        InvokeSingleAsync<T>(token, args, options);

    public Task<T> InvokeSingleAsync<T>(string token, InvokeArgs args, InvokeOptions? options = null) =>
        deployment.InvokePlainAsync<T>(token, args, options, single: true);

    public Task InvokeAsync(string token, InvokeArgs args, InvokeOptions? options, RegisterPackageRequest? registerPackageRequest) => InvokeAsync(token, args, options);

    public Task InvokeAsync(string token, InvokeArgs args, InvokeOptions? options = null) => deployment.InvokePlainAsync<object?>(token, args, options, single: false);

    public Output<T> Call<T>(string token, CallArgs args, Resource? self, CallOptions? options, RegisterPackageRequest? registerPackageRequest) =>
        Call<T>(token, args, self, options);

    public Output<T> Call<T>(string token, CallArgs args, Resource? self = null, CallOptions? options = null) =>
        deployment.Invoke<T>(token, args, new InvokeOptions { Provider = options?.Provider ?? self?.Provider }, single: false);

    public void Call(string token, CallArgs args, Resource? self, CallOptions? options, RegisterPackageRequest? registerPackageRequest) => Call(token, args, self, options);

    public void Call(string token, CallArgs args, Resource? self = null, CallOptions? options = null) => Call<object?>(token, args, self, options);

    public void RegisterInvokeTransform(InvokeTransform transform) => deployment.RegisterInvokeTransform(transform);
}
