using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text.RegularExpressions;

namespace ModelPlacement.Engine.Models;

/// <summary>Reads what a host runs (image, environment, arguments, scripts) for the models it serves. Whatever it is given, it neither throws nor hangs.</summary>
public static class WorkloadReader
{
    private static readonly Regex VariableReference = new(@"(?<!\$)\$\((?<name>[A-Za-z_][A-Za-z0-9_.-]*)\)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(10));

    /// <summary>
    /// What a host does about models: the engine, the models it names, where it listens, and where it sends requests. Names of models are left as they stand;
    /// <see cref="ModelFamilies"/> say which they are.
    /// </summary>
    public static Workload Read(WorkloadSource source)
    {
        var findings = new WorkloadFindings();
        var environment = Environment(source.Environment);
        var reader = new ScriptReader(ServersFile.BuiltIn, findings, environment);
        if (source.Image is not null || !source.Arguments.IsEmpty || !environment.IsEmpty)
        {
            reader.Commands.Read(new CommandSource
            {
                Image = source.Image,
                Words = source.Arguments.Select((text, index) => new CommandWord(Expanded(text ?? WorkloadSource.UnknownPiece.ToString(), environment), Argument: index)).ToImmutableArray(),
                Environment = environment,
                IsWorkloads = true,
            });
        }

        if (source.Script is { Length: > 0 } script)
            reader.ReadWhole(script);
        return findings.ToWorkload();
    }

    /// <summary>Id of the cloud that a gateway's model id says serves it (<c>azure/gpt-4o</c>), or null where it says none.</summary>
    /// <param name="raw">The id as it stands.</param>
    /// <param name="dialect">How it is written; only gateways' dialects have such prefixes.</param>
    public static string? ServedBy(string raw, string dialect) =>
        ServersFile.BuiltIn.ServedBy(raw, dialect);

    /// <summary>Id of the vendor whose own API an address (URL or host) belongs to (<c>openai</c> for <c>https://api.openai.com/v1</c>), or null.</summary>
    public static string? VendorOf(string address) => ServersFile.BuiltIn.VendorOf(address);

    /// <summary>The variable of clients that a setting is, by the name that it has where nothing says otherwise (<c>OPENAI_API_KEY</c> for <c>OpenAI__ApiKey</c>); null where it is none.</summary>
    public static string? ClientVariableOf(string name) => ServersFile.BuiltIn.ClientOf(name)?.Name;

    /// <summary>Whether an address (URL or host) leads back to where it is called from: what answers there runs beside the caller.</summary>
    public static bool IsOwn(string address) => ServersFile.BuiltIn.IsOwn(address);

    /// <summary>An argument with the variables of its container in place, as Kubernetes puts them where it says <c>$(NAME)</c>.</summary>
    private static string Expanded(string argument, ImmutableDictionary<string, string?> environment) =>
        argument.IndexOf("$(", StringComparison.Ordinal) < 0
            ? argument
            : VariableReference.Replace(argument, match => environment.TryGetValue(match.Groups["name"].Value, out var value) ? value ?? WorkloadSource.UnknownPiece.ToString() : match.Value);

    /// <summary>The last value of each variable, as a container sees it.</summary>
    private static ImmutableDictionary<string, string?> Environment(ImmutableArray<KeyValuePair<string, string?>> variables)
    {
        var environment = ImmutableDictionary.CreateBuilder<string, string?>(StringComparer.Ordinal);
        foreach (var variable in variables)
            environment[variable.Key] = variable.Value;
        return environment.ToImmutable();
    }
}
