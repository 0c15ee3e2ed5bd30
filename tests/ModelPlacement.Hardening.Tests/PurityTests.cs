using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Xunit;

namespace ModelPlacement.Hardening.Tests;

/// <summary>
/// The built assemblies refer to no clock, file, network, process or environment: what is not referred to cannot be used. Their sources are held to the same by
/// src/BannedSymbols.txt; this is about what the compiler made of them.
/// </summary>
public sealed class PurityTests
{
    // Types that are nothing but a way out of the compilation.
    private static readonly string[] ForbiddenTypes =
    [
        "System.Environment", "System.Console", "System.AppDomain", "System.Random", "System.Activator", "System.GC",
        "System.IO.File", "System.IO.FileInfo", "System.IO.FileStream", "System.IO.Directory", "System.IO.DirectoryInfo", "System.IO.DriveInfo", "System.IO.FileSystemWatcher",
        "System.Diagnostics.Process", "System.Diagnostics.Stopwatch", "System.Threading.Timer", "System.TimeZoneInfo", "System.TimeZone",
    ];

    private static readonly string[] ForbiddenNamespaces = ["System.Net", "System.IO.Pipes", "System.IO.IsolatedStorage", "System.IO.MemoryMappedFiles", "System.Security.Cryptography", "System.Runtime.InteropServices.RuntimeInformation", "Microsoft.Win32", "System.Reflection.Emit"];

    private static readonly string[] ForbiddenMembers =
    [
        "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today", "System.DateTime.ToLocalTime", "System.DateTimeOffset.get_Now", "System.DateTimeOffset.get_UtcNow",
        "System.Guid.NewGuid", "System.IO.Path.GetTempPath", "System.IO.Path.GetTempFileName", "System.IO.Path.GetFullPath", "System.IO.Path.GetRandomFileName", "System.Threading.Thread.Sleep",
        "System.Threading.Thread.Start", "System.Threading.Tasks.Task.Delay", "System.Threading.Tasks.Task.Run", "System.Reflection.Assembly.Load", "System.Reflection.Assembly.LoadFrom", "System.Reflection.Assembly.get_Location",
        "System.Globalization.CultureInfo.get_CurrentCulture", "System.Globalization.CultureInfo.get_CurrentUICulture", "System.String.ToLower", "System.String.ToUpper",
    ];

    [Theory]
    [InlineData("ModelPlacement.Engine")]
    [InlineData("ModelPlacement.Analyzers")]
    [InlineData("ModelPlacement.CodeFixes")]
    public void An_assembly_refers_to_nothing_outside_of_the_compilation(string assembly)
    {
        var references = References(assembly);
        Assert.InRange(references.Count, 50, int.MaxValue);
        Assert.DoesNotContain(references, IsForbidden);
    }

    [Fact]
    public void A_way_out_would_be_seen()
    {
        var own = References(typeof(PurityTests).Assembly.GetName().Name!);
        Assert.Contains(own, static reference => reference == "System.IO.File.ReadAllText");
        Assert.True(IsForbidden("System.IO.File.ReadAllText"));
        Assert.True(IsForbidden("System.Net.Http.HttpClient..ctor"));
        Assert.False(IsForbidden("System.DateTime.get_Year"));
    }

    // What the compiler writes of its own for an iterator.
    private const string OfIterators = "System.Environment.get_CurrentManagedThreadId";

    private static bool IsForbidden(string member) =>
        member != OfIterators && IsWayOut(member);

    private static bool IsWayOut(string member) =>
        ForbiddenMembers.Contains(member)
        || ForbiddenTypes.Any(type => member.StartsWith(type + ".", StringComparison.Ordinal) && member.LastIndexOf('.', member.Length - 2) <= type.Length)
        || ForbiddenNamespaces.Any(name => member.StartsWith(name + ".", StringComparison.Ordinal));

    /// <summary>All members of other assemblies that an assembly's code refers to: <c>Namespace.Type.Member</c>.</summary>
    private static List<string> References(string assembly)
    {
        using var image = new PEReader(File.OpenRead(Path.Combine(AppContext.BaseDirectory, assembly + ".dll")));
        var metadata = image.GetMetadataReader();
        return metadata.MemberReferences
            .Select(handle => metadata.GetMemberReference(handle))
            .Where(static member => member.Parent.Kind == HandleKind.TypeReference)
            .Select(member => NameOf(metadata, (TypeReferenceHandle)member.Parent) + "." + metadata.GetString(member.Name))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ToList();
    }

    private static string NameOf(MetadataReader metadata, TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        var name = metadata.GetString(type.Name);
        return type.ResolutionScope.Kind == HandleKind.TypeReference ? NameOf(metadata, (TypeReferenceHandle)type.ResolutionScope) + "+" + name : metadata.GetString(type.Namespace) + "." + name;
    }
}
