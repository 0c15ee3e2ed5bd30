using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading.Tasks;

namespace Pulumi;

/// <summary>Everything a run has to wait for. Work in progress may add more.</summary>
internal sealed class PendingTasks
{
    private readonly object gate = new();
    private readonly Queue<Task> tasks = new();
    private readonly List<Exception> failures = [];

    public void Add(Task task)
    {
        if (task.IsCompletedSuccessfully)
        {
            return;
        }

        lock (gate)
        {
            tasks.Enqueue(task);
        }
    }

    public void Fail(Exception exception)
    {
        lock (gate)
        {
            // One failure shows in every output computed from it.
            if (!failures.Contains(exception))
            {
                failures.Add(exception);
            }
        }
    }

    /// <summary>Waits until nothing is left. The failures met, each once, in the order they were found.</summary>
    public async Task<ImmutableArray<Exception>> DrainAsync()
    {
        while (TryTake(out var task))
        {
            try
            {
                await task!.ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                Fail(exception);
            }
        }

        lock (gate)
        {
            return [.. failures];
        }
    }

    private bool TryTake(out Task? task)
    {
        lock (gate)
        {
            return tasks.TryDequeue(out task);
        }
    }
}
