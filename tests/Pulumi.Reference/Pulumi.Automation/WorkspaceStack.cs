using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Pulumi.Automation.Commands.Exceptions;
using Pulumi.Reference;

namespace Pulumi.Automation;

/// <summary>
/// A stack of an inline program. Within a <see cref="Recorder"/> its operations add to the recording, on top of the recording's configuration;
/// elsewhere they run the program for nobody to see.
/// </summary>
public sealed class WorkspaceStack : IDisposable
{
    private ImmutableDictionary<string, ConfigValue> configuration = ImmutableDictionary<string, ConfigValue>.Empty;

    internal WorkspaceStack(string name, Workspace workspace)
    {
        Name = name;
        Workspace = workspace;
    }

    public string Name { get; }

    public Workspace Workspace { get; }

    /// <exception cref="KeyNotFoundException">There is no such value.</exception>
    public Task<ConfigValue> GetConfigAsync(string key, CancellationToken cancellationToken = default) => Task.FromResult(configuration[FullKey(key)]);

    public Task<ImmutableDictionary<string, ConfigValue>> GetAllConfigAsync(CancellationToken cancellationToken = default) => Task.FromResult(configuration);

    public Task SetConfigAsync(string key, ConfigValue value, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(value);
        configuration = configuration.SetItem(FullKey(key), value);
        return Task.CompletedTask;
    }

    public Task SetAllConfigAsync(IDictionary<string, ConfigValue> configMap, CancellationToken cancellationToken = default)
    {
        configuration = configuration.SetItems(configMap.Select(entry => KeyValuePair.Create(FullKey(entry.Key), entry.Value)));
        return Task.CompletedTask;
    }

    public Task RemoveConfigAsync(string key, CancellationToken cancellationToken = default)
    {
        configuration = configuration.Remove(FullKey(key));
        return Task.CompletedTask;
    }

    public Task RemoveAllConfigAsync(IEnumerable<string> keys, CancellationToken cancellationToken = default)
    {
        configuration = configuration.RemoveRange(keys.Select(FullKey));
        return Task.CompletedTask;
    }

    /// <exception cref="CommandException">The program failed.</exception>
    public async Task<UpResult> UpAsync(UpOptions? options = null, CancellationToken cancellationToken = default)
    {
        var (session, stack) = await RunAsync(options?.Program, isDryRun: false, cancellationToken).ConfigureAwait(false);
        var outputs = ImmutableDictionary.CreateBuilder<string, OutputValue>();
        foreach (var (name, value) in (await stack.Outputs.DataTask.ConfigureAwait(false)).Value)
        {
            var data = await Combination.DataOfAsync(value).ConfigureAwait(false);
            outputs[name] = new OutputValue(data.Value, data.IsSecret);
        }

        return new UpResult(TextOf(session, options), "", outputs.ToImmutable());
    }

    /// <exception cref="CommandException">The program failed.</exception>
    public async Task<PreviewResult> PreviewAsync(PreviewOptions? options = null, CancellationToken cancellationToken = default)
    {
        var (session, _) = await RunAsync(options?.Program, isDryRun: true, cancellationToken).ConfigureAwait(false);

        // Nothing exists here, so everything would be created; the stack itself counts.
        var creations = session.ToRecording().Registrations.Length + 1;
        return new PreviewResult(TextOf(session, options), "", ImmutableDictionary<OperationType, int>.Empty.Add(OperationType.Create, creations));
    }

    public void Dispose() => Workspace.Dispose();

    private static string TextOf(Session session, UpdateOptions? options)
    {
        var lines = session.ToRecording().Messages.Select(message => $"{message.Severity}: {message.Message}").ToList();
        foreach (var line in lines)
        {
            options?.OnStandardOutput?.Invoke(line);
        }

        return string.Join('\n', lines);
    }

    private async Task<(Session Session, Stack Stack)> RunAsync(PulumiFn? program, bool isDryRun, CancellationToken cancellationToken)
    {
        program ??= Workspace.Program ?? throw new InvalidOperationException("The workspace has no program.");
        var session = Session.Current ?? new Session(new RecorderOptions());
        var settings = session.Settings with
        {
            Project = Workspace.ProjectName,
            Stack = Name,
            IsDryRun = isDryRun,
            Configuration = session.Settings.Configuration
                .Concat(configuration.Select(entry => KeyValuePair.Create(entry.Key, entry.Value.Value)))
                .GroupBy(entry => entry.Key, StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => group.Last().Value, StringComparer.Ordinal),
        };
        var (stack, failures) = await Deployment.RunInAsync(settings, () => program.MakeStack(cancellationToken)).ConfigureAwait(false);
        return failures.IsEmpty && stack is not null
            ? (session, stack)
            : throw new CommandException(
                string.Join('\n', failures.Select(failure => failure.Message)),
                failures.Length == 1 ? failures[0] : new AggregateException(failures));
    }

    /// <summary>A key without a namespace is in the project's.</summary>
    private string FullKey(string key) => key.Contains(':', StringComparison.Ordinal) ? key : $"{Workspace.ProjectName}:{key}";
}
