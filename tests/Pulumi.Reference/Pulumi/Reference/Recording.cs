using System;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.ExceptionServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Pulumi.Reference;

/// <summary>What a run registered.</summary>
public sealed class Recording
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal Recording(
        ImmutableArray<Registration> registrations,
        ImmutableArray<Registration> reads,
        ImmutableArray<InvokeRequest> invokes,
        JsonNode? outputs,
        ImmutableArray<Exception> failures,
        ImmutableArray<(string Severity, string Message)> messages)
    {
        Registrations = registrations;
        Reads = reads;
        Invokes = invokes;
        Outputs = outputs;
        Failures = failures;
        Messages = messages;
    }

    /// <summary>Resources and components in the order of their constructors, without the stack itself.</summary>
    public ImmutableArray<Registration> Registrations { get; }

    /// <summary>What was only read: <c>X.Get(name, id)</c> and stack references.</summary>
    public ImmutableArray<Registration> Reads { get; }

    /// <summary>The data sources asked.</summary>
    public ImmutableArray<InvokeRequest> Invokes { get; }

    /// <summary>The stack's outputs by name.</summary>
    public JsonNode? Outputs { get; }

    /// <summary>What the program failed with; it may have registered something before. Empty after a good run.</summary>
    public ImmutableArray<Exception> Failures { get; }

    /// <summary>What the program logged.</summary>
    public ImmutableArray<(string Severity, string Message)> Messages { get; }

    /// <summary>
    /// An array of <c>{"token", "name", "inputs", "options"}</c>. A value is plain JSON where it is known; <c>{"$ref": {"token", "name",
    /// "output"}}</c> for an unmodified output of a resource, by schema name, or with an empty one for the resource itself;
    /// <c>{"$text": [...]}</c> for a text of known pieces and null for each unknown one; <c>{"$asset": {...}}</c>; and
    /// <c>{"$unknown": reason}</c> for anything else.
    /// </summary>
    public string ToJson() => new JsonArray([.. Registrations.Select(registration => registration.ToJson())]).ToJsonString(Indented);

    /// <summary>Throws what the program failed with, if it did.</summary>
    public Recording EnsureSuccess()
    {
        if (Failures is [var only])
        {
            ExceptionDispatchInfo.Throw(only);
        }

        return Failures.IsEmpty ? this : throw new AggregateException(Failures);
    }
}
