using System.IO;
using System.Linq;
using System.Reflection;

namespace ModelPlacement.Engine.Tests.Catalog;

/// <summary>Files of the repository that tests compare with: the build notes where it stands.</summary>
internal static class Repository
{
    private static readonly string Root = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(static attribute => attribute.Key is "RepositoryRoot").Value!;

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    public static string TextOf(params string[] parts) => File.ReadAllText(PathOf(parts));
}
