using System;
using System.Reflection;
using System.Threading.Tasks;

namespace Pulumi.Reference;

/// <summary>Runs Pulumi programs as a preview would, without an engine, and records what they register.</summary>
/// <remarks>Safe to use from many flows at once: each run is seen by its own flow only.</remarks>
public static class Recorder
{
    /// <summary>Runs code that calls <c>Deployment.RunAsync</c>.</summary>
    /// <remarks>What goes wrong within the run is in <see cref="Recording.Failures"/>, as is what <paramref name="program"/> throws itself.</remarks>
    public static async Task<Recording> RunAsync(Func<Task> program, RecorderOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(program);

        // Set within this asynchronous method, the ambient session is the caller's own again when it returns.
        var session = new Session(options ?? new RecorderOptions());
        Session.Current = session;
        try
        {
            await program().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            session.End([exception is TargetInvocationException { InnerException: { } inner } ? inner : exception]);
        }

        return session.ToRecording();
    }

    /// <summary>Runs a program from its entry point: <c>Main</c>, or what stands for top-level statements.</summary>
    public static Task<Recording> RunAsync(MethodInfo entryPoint, RecorderOptions? options = null, params string[] arguments)
    {
        ArgumentNullException.ThrowIfNull(entryPoint);
        return RunAsync(
            async () =>
            {
                object?[] parameters = entryPoint.GetParameters().Length == 0 ? [] : [arguments];
                if (entryPoint.Invoke(null, parameters) is Task task)
                {
                    await task.ConfigureAwait(false);
                }
            },
            options);
    }
}
