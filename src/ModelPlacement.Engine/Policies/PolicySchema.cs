using System.IO;

namespace ModelPlacement.Engine.Policies;

/// <summary>The JSON schema of policy files, for editors; the same text that the package ships.</summary>
public static class PolicySchema
{
    /// <summary>Reads the schema, draft 7.</summary>
    public static string Read()
    {
        using var reader = new StreamReader(typeof(PolicySchema).Assembly.GetManifestResourceStream("Policies/policy.schema.json")!);
        return reader.ReadToEnd();
    }
}
