using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Pulumi.Reference;
using Pulumi.Serialization;
using Pulumi.Testing;

namespace Pulumi;

/// <summary>A run of a Pulumi program. It registers resources with a recording, or with mocks, and never with an engine.</summary>
public sealed partial class Deployment : IDeploymentInternal, IDeployment
{
    /// <summary>What the real program exits with after it has told the user what went wrong.</summary>
    private const int ExitedAfterMessage = 32;

    // One run per logical flow, so that many can go on in one process.
    private static readonly AsyncLocal<Deployment?> AmbientDeployment = new();

    private readonly List<Resource> resources = [];

    private Deployment(RunSettings settings)
    {
        Settings = settings;
        PublicInstance = new DeploymentInstance(this);
    }

    /// <exception cref="InvalidOperationException">No program is running.</exception>
    public static DeploymentInstance Instance => Internal.PublicInstance;

    internal static Deployment? Current => AmbientDeployment.Value;

    internal static Deployment Internal => Current
        ?? throw new InvalidOperationException("Trying to acquire Deployment.Instance before 'Run' was called.");

    internal RunSettings Settings { get; }

    internal PendingTasks Pending { get; } = new();

    internal Stack? Stack { get; set; }

    internal bool HasLoggedError { get; set; }

    private DeploymentInstance PublicInstance { get; }

    string IDeployment.StackName => Settings.Stack;

    string IDeployment.ProjectName => Settings.Project;

    string IDeployment.OrganizationName => Settings.Organization;

    bool IDeployment.IsDryRun => Settings.IsDryRun;

    void IDeploymentInternal.Register(Resource resource, ResourceRequest request) => Register(resource, request);

    public Task<bool> MonitorSupportsInvokeTransforms() => Task.FromResult(true);

    public Task<bool> MonitorSupportsResourceHooks() => Task.FromResult(true);

    public void RegisterInvokeTransform(InvokeTransform transform)
    {
        ArgumentNullException.ThrowIfNull(transform);
        lock (resources)
        {
            InvokeTransforms = InvokeTransforms.Add(transform);
        }
    }

    public async Task AwaitPendingRegistrations()
    {
        // Failures stay for the end of the run.
        foreach (var failure in await Pending.DrainAsync().ConfigureAwait(false))
        {
            Pending.Fail(failure);
        }
    }

    /// <summary>The recording has no engine whose version could fall short.</summary>
    public static Task RequirePulumiVersionAsync(string pulumiVersionRange)
    {
        ArgumentException.ThrowIfNullOrEmpty(pulumiVersionRange);
        return Task.CompletedTask;
    }

    internal ImmutableArray<InvokeTransform> InvokeTransforms { get; private set; } = ImmutableArray<InvokeTransform>.Empty;

    internal void Register(Resource resource, ResourceRequest request)
    {
        lock (resources)
        {
            resources.Add(resource);
        }

        var outputs = ResourceOutputs.Initialize(resource, request, Settings);
        var entry = Settings.Session.Begin(resource);
        Pending.Add(RegisterAsync(resource, request, outputs, entry));
    }

    internal void RegisterOutputs(ComponentResource component, Output<IDictionary<string, object?>> outputs)
    {
        Pending.Add(RegisterOutputsAsync());

        async Task RegisterOutputsAsync()
        {
            var serializer = new ValueSerializer();
            var value = await serializer.SerializeAsync(component.GetResourceName() + " outputs", outputs).ConfigureAwait(false);
            Settings.Session.SetOutputs(component, value);
            if (Settings.Mocks is { } mocks)
            {
                var map = value as ImmutableSortedDictionary<string, object?> ?? ImmutableSortedDictionary<string, object?>.Empty;
                await mocks.RegisterResourceOutputs(new MockRegisterResourceOutputsRequest(
                    UrnOf(component),
                    map.ToImmutableDictionary(entry => entry.Key, entry => Output.Create(entry.Value)))).ConfigureAwait(false);
            }
        }
    }

    internal string UrnOf(Resource resource)
    {
        var types = new List<string>();
        for (var current = resource; current is not null && (current == resource || current is not Pulumi.Stack); current = current.Parent)
        {
            types.Insert(0, current.GetResourceType());
        }

        return $"urn:pulumi:{Settings.Stack}::{Settings.Project}::{string.Join('$', types)}::{resource.GetResourceName()}";
    }

    private async Task RegisterAsync(Resource resource, ResourceRequest request, ResourceOutputs outputs, Session.Entry entry)
    {
        try
        {
            // Up to the first output that is still being computed this runs within the resource's constructor: what a program changes in its
            // args afterwards comes too late, as it does with the engine.
            var (inputs, options) = await TransformAsync(resource, request).ConfigureAwait(false);
            var serializer = new ValueSerializer();
            var values = await serializer.SerializeInputsAsync($"{request.Type} '{request.Name}'", inputs).ConfigureAwait(false);
            entry.Complete(values, serializer.SecretInputs, await OptionsSerializer.SerializeAsync(options).ConfigureAwait(false), options);
            await AnswerAsync(resource, request, options, values, outputs).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            outputs.Fail(exception);
            throw;
        }
    }

    private static async Task<(ImmutableDictionary<string, object?> Inputs, ResourceOptions Options)> TransformAsync(Resource resource, ResourceRequest request)
    {
        var (inputs, options) = (request.Args.ToDictionary(), request.Options);
        foreach (var transform in resource.Transforms)
        {
            var args = new ResourceTransformArgs(request.Name, request.Type, request.Custom, inputs, options);
            if (await transform(args).ConfigureAwait(false) is { } result)
            {
                (inputs, options) = (result.Args, result.Options);
            }
        }

        return (inputs, options);
    }

    private async Task AnswerAsync(
        Resource resource,
        ResourceRequest request,
        ResourceOptions options,
        ImmutableSortedDictionary<string, object?> inputs,
        ResourceOutputs outputs)
    {
        if (Settings.Mocks is not { } mocks)
        {
            return;
        }

        var state = ImmutableSortedDictionary<string, object?>.Empty;
        string? id = null;
        if (request.Custom && resource is not Pulumi.Stack)
        {
            var existing = options.Id is null ? null : (await options.Id.ToOutputCore().DataTask.ConfigureAwait(false)).Value;
            (id, var answer) = await mocks.NewResourceAsync(new MockResourceArgs
            {
                Type = request.Type,
                Name = request.Name,
                Inputs = MockValues.Of(inputs),
                Provider = resource.Provider is { } provider ? UrnOf(provider) : "",
                Id = existing ?? "",
            }).ConfigureAwait(false);
            state = await new ValueSerializer().SerializeAsync("mock state", answer).ConfigureAwait(false) as ImmutableSortedDictionary<string, object?>
                ?? throw new InvalidOperationException($"The mocked state of '{request.Name}' is not a map.");
        }

        outputs.Resolve(UrnOf(resource), id, state);
    }
}
