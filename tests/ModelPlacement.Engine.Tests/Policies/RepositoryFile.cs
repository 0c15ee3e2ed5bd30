using System.IO;
using System.Runtime.CompilerServices;

namespace ModelPlacement.Engine.Tests.Policies;

/// <summary>Files of the repository that tests hold to the code.</summary>
internal static class RepositoryFile
{
    public static string Read(string path) => File.ReadAllText(Path.Combine(Root(), path));

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));
}
