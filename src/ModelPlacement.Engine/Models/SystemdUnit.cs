using System;
using System.Text;

namespace ModelPlacement.Engine.Models;

/// <summary>Reads a systemd unit as the shell script that its service amounts to.</summary>
internal static class SystemdUnit
{
    /// <summary>Marks before a command that say how failure is taken, not what is run.</summary>
    private static readonly char[] ExecPrefixes = ['-', '@', '+', '!', ':'];

    /// <summary>Whether the first line that says something opens a section, and a service follows.</summary>
    public static bool IsOne(string text)
    {
        foreach (var line in text.Split('\n'))
        {
            var start = line.TrimStart();
            if (start.Length > 0 && start[0] is not ('#' or ';' or '\r'))
                return start[0] == '[' && text.IndexOf("ExecStart=", StringComparison.Ordinal) >= 0 && text.IndexOf("[Service]", StringComparison.Ordinal) >= 0;
        }

        return false;
    }

    /// <summary>Variables become exports and commands lines, each on the line where it stood.</summary>
    public static string ToScript(string unit)
    {
        var script = new StringBuilder();
        var continues = false;
        foreach (var line in unit.Split('\n'))
        {
            var text = line.Trim();
            if (continues)
                script.Append(text);
            else if (text.StartsWith("Environment=", StringComparison.Ordinal))
                script.Append("export ").Append(text, "Environment=".Length, text.Length - "Environment=".Length);
            else if (text.StartsWith("Exec", StringComparison.Ordinal) && text.IndexOf('=') is > 0 and var equals)
                script.Append(text.Substring(equals + 1).TrimStart(ExecPrefixes));
            else
                text = "";
            script.Append('\n');
            continues = text.EndsWith("\\", StringComparison.Ordinal);
        }

        return script.ToString();
    }
}
