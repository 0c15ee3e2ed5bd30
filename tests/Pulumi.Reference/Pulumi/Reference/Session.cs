using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading;

namespace Pulumi.Reference;

/// <summary>Takes down what a run does, while it does it.</summary>
internal sealed class Session
{
    private static readonly AsyncLocal<Session?> Ambient = new();

    private readonly object gate = new();
    private readonly List<Entry> entries = [];
    private readonly List<InvokeRequest> invokes = [];
    private readonly List<Exception> failures = [];
    private readonly List<(string Severity, string Message)> messages = [];
    private readonly Dictionary<Resource, object?> outputs = [];

    public Session(RecorderOptions options) => Settings = new RunSettings(
        options.Project,
        options.Stack,
        options.Organization,
        options.RootDirectory,
        IsDryRun: true,
        options.Configuration,
        Mocks: null,
        options.Invoke,
        this);

    /// <summary>The recording that the current flow belongs to.</summary>
    public static Session? Current
    {
        get => Ambient.Value;
        set => Ambient.Value = value;
    }

    public RunSettings Settings { get; }

    public Entry Begin(Resource resource)
    {
        var entry = new Entry(resource);
        lock (gate)
        {
            entries.Add(entry);
        }

        return entry;
    }

    public void Add(InvokeRequest request)
    {
        lock (gate)
        {
            invokes.Add(request);
        }
    }

    public void Log(string severity, string message)
    {
        lock (gate)
        {
            messages.Add((severity, message));
        }
    }

    public void SetOutputs(Resource resource, object? values)
    {
        lock (gate)
        {
            outputs[resource] = values;
        }
    }

    public void End(ImmutableArray<Exception> exceptions)
    {
        lock (gate)
        {
            failures.AddRange(exceptions);
        }
    }

    public Recording ToRecording()
    {
        lock (gate)
        {
            // One whose inputs could not be read was never registered; the failure says why.
            var complete = entries.Where(entry => entry.IsComplete && entry.Resource is not Stack).ToLookup(entry => entry.IsRead, ToRegistration);
            return new Recording(
                [.. complete[false]],
                [.. complete[true]],
                [.. invokes],
                entries.Select(entry => entry.Resource).OfType<Stack>().LastOrDefault() is { } stack ? OutputsOf(stack) : null,
                [.. failures],
                [.. messages]);
        }
    }

    private Registration ToRegistration(Entry entry) =>
        new(entry.Resource, RecordedJson.Map(entry.Inputs), entry.SecretInputs, RecordedJson.Map(entry.Options), OutputsOf(entry.Resource));

    private JsonNode? OutputsOf(Resource resource) => RecordedJson.Value(outputs.GetValueOrDefault(resource));

    /// <summary>A resource that is being registered, at its place in the order of constructors.</summary>
    public sealed class Entry(Resource resource)
    {
        public Resource Resource { get; } = resource;

        public bool IsComplete { get; private set; }

        public bool IsRead { get; private set; }

        public ImmutableSortedDictionary<string, object?> Inputs { get; private set; } = ImmutableSortedDictionary<string, object?>.Empty;

        public ImmutableSortedSet<string> SecretInputs { get; private set; } = ImmutableSortedSet<string>.Empty;

        public ImmutableSortedDictionary<string, object?> Options { get; private set; } = ImmutableSortedDictionary<string, object?>.Empty;

        public void Complete(
            ImmutableSortedDictionary<string, object?> inputs,
            ImmutableSortedSet<string> secretInputs,
            ImmutableSortedDictionary<string, object?> options,
            ResourceOptions original)
        {
            Inputs = inputs;
            SecretInputs = secretInputs;
            Options = options;
            IsRead = original.Id is not null;
            IsComplete = true;
        }
    }
}
