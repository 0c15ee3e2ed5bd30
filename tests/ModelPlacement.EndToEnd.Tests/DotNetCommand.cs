using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading.Tasks;

namespace ModelPlacement.EndToEnd.Tests;

/// <summary>One run of the <c>dotnet</c> command, as a person or a build server would start it.</summary>
/// <param name="ExitCode">What it exited with.</param>
/// <param name="Output">Both of its streams.</param>
internal sealed record DotNetCommand(int ExitCode, string Output)
{
    // Far above what a command takes on a busy machine.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    /// <summary>The lines that report a rule of the package, each once: a build repeats them in its summary.</summary>
    public IReadOnlyList<string> Findings => Output.Split('\n').Select(static line => line.Trim()).Where(static line => line.Contains(" MPA", StringComparison.Ordinal)).Distinct().ToList();

    public static DotNetCommand Run(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };

        // The test host is started by a build: what that build tells its own processes is not for these.
        foreach (var name in start.Environment.Keys.Where(static name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || name is "DOTNET_HOST_PATH" or "CI").ToList())
            start.Environment.Remove(name);
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";

        using var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start");
        process.StandardInput.Close();
        var output = Task.Run(process.StandardOutput.ReadToEnd);
        var errors = Task.Run(process.StandardError.ReadToEnd);
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException("dotnet " + string.Join(' ', arguments) + " did not end in " + Patience);
        }

        return new DotNetCommand(process.ExitCode, output.Result + errors.Result);
    }

    /// <summary>Runs what must succeed for a test to mean anything.</summary>
    /// <exception cref="InvalidOperationException">It failed; the message has its output.</exception>
    public static DotNetCommand RunSuccessfully(string folder, params string[] arguments)
    {
        var command = Run(folder, arguments);
        return command.ExitCode == 0
            ? command
            : throw new InvalidOperationException("dotnet " + string.Join(' ', arguments) + " exited with " + command.ExitCode.ToString(System.Globalization.CultureInfo.InvariantCulture) + ":\n" + command.Output);
    }
}
