using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace Pulumi.Automation;

/// <summary>A workspace on this machine. Nothing of it is written anywhere.</summary>
public sealed class LocalWorkspace : Workspace
{
    private LocalWorkspace(LocalWorkspaceOptions options)
    {
        WorkDir = options.WorkDir ?? Path.GetTempPath();
        PulumiHome = options.PulumiHome;
        SecretsProvider = options.SecretsProvider;
        Program = options.Program;
        EnvironmentVariables = options.EnvironmentVariables;
        ProjectName = options.ProjectSettings?.Name ?? "project";
    }

    public override string WorkDir { get; }

    public override string? PulumiHome { get; }

    public override string? SecretsProvider { get; }

    public override PulumiFn? Program { get; set; }

    public override IDictionary<string, string?>? EnvironmentVariables { get; set; }

    internal override string ProjectName { get; }

    public static Task<LocalWorkspace> CreateAsync(LocalWorkspaceOptions? options = null, CancellationToken cancellationToken = default) =>
        Task.FromResult(new LocalWorkspace(options ?? new LocalWorkspaceOptions()));

    public static Task<WorkspaceStack> CreateStackAsync(InlineProgramArgs args) => CreateStackAsync(args, default);

    public static Task<WorkspaceStack> CreateStackAsync(InlineProgramArgs args, CancellationToken cancellationToken) => StackOfAsync(args);

    public static Task<WorkspaceStack> SelectStackAsync(InlineProgramArgs args) => SelectStackAsync(args, default);

    public static Task<WorkspaceStack> SelectStackAsync(InlineProgramArgs args, CancellationToken cancellationToken) => StackOfAsync(args);

    public static Task<WorkspaceStack> CreateOrSelectStackAsync(InlineProgramArgs args) => CreateOrSelectStackAsync(args, default);

    public static Task<WorkspaceStack> CreateOrSelectStackAsync(InlineProgramArgs args, CancellationToken cancellationToken) => StackOfAsync(args);

    private static Task<WorkspaceStack> StackOfAsync(InlineProgramArgs args)
    {
        ArgumentNullException.ThrowIfNull(args);
        return Task.FromResult(new WorkspaceStack(args.StackName, new LocalWorkspace(args)));
    }
}
