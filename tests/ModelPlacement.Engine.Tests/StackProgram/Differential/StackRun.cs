using System;
using System.IO;
using System.Runtime.Loader;
using System.Threading.Tasks;
using Pulumi.Reference;

namespace ModelPlacement.Engine.Tests.StackProgram.Differential;

/// <summary>Runs a compiled stack program, each time with its own static variables, and records what it registers.</summary>
internal static class StackRun
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    /// <summary>Runs a program from its entry point.</summary>
    public static Recording Run(MemoryStream assembly, StackSettings stack, bool allowFailure = false)
    {
        var context = new AssemblyLoadContext(name: null, isCollectible: true);
        try
        {
            assembly.Position = 0;
            var entryPoint = context.LoadFromStream(assembly).EntryPoint ?? throw new InvalidOperationException("The program has no entry point.");
            var options = new RecorderOptions { Stack = stack.StackName, Project = StackSettings.ProjectName, Configuration = stack.Configuration };

            // On a thread of its own: a test's synchronization context would wait for what waits for it.
            var run = Task.Run(() => Recorder.RunAsync(entryPoint, options));
            if (!run.Wait(Limit))
                throw new TimeoutException("The program does not end.");
            return allowFailure ? run.Result : run.Result.EnsureSuccess();
        }
        finally
        {
            context.Unload();
        }
    }
}
