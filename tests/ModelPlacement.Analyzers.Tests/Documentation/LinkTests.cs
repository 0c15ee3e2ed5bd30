using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Xunit;

namespace ModelPlacement.Analyzers.Tests.Documentation;

/// <summary>Links of the repository's pages to each other lead somewhere: the file is there, and so is the heading.</summary>
public sealed partial class LinkTests
{
    public static TheoryData<string> Pages => [.. RepositoryFiles.Pages()];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Links_lead_somewhere(string page)
    {
        var dead = Link().Matches(WithoutCode(RepositoryFiles.Read(page))).Select(static match => match.Groups[1].Value).Where(link => !Leads(page, link));
        Assert.Empty(dead);
    }

    [Fact]
    public void The_pages_link_to_each_other() =>
        Assert.True(RepositoryFiles.Pages().Sum(static page => Link().Matches(WithoutCode(RepositoryFiles.Read(page))).Count) > 30);

    [Fact]
    public void A_dead_link_is_seen()
    {
        Assert.False(Leads("README.md", "docs/no-such-page.md"));
        Assert.False(Leads("README.md", "docs/policy.md#no-such-heading"));
        Assert.True(Leads("README.md", "docs/policy.md#a-first-file"));
    }

    private static bool Leads(string page, string link)
    {
        if (link.Contains("://", StringComparison.Ordinal) || link.StartsWith("mailto:", StringComparison.Ordinal))
            return true;
        var (path, heading) = link.Split('#') is [var file, var fragment] ? (file, fragment) : (link, null);
        var target = path.Length == 0 ? page : Resolve(page, path);
        var isFolder = System.IO.Directory.Exists(RepositoryFiles.PathOf(target));
        return isFolder || RepositoryFiles.Has(target) && (heading is null || HeadingsOf(target).Contains(heading));
    }

    private static string Resolve(string page, string path) =>
        System.IO.Path.GetRelativePath(RepositoryFiles.Root, System.IO.Path.Combine(System.IO.Path.GetDirectoryName(RepositoryFiles.PathOf(page))!, path)).Replace('\\', '/');

    // As sites that show Markdown name a heading.
    private static HashSet<string> HeadingsOf(string page) =>
        WithoutCode(RepositoryFiles.Read(page)).Split('\n')
            .Where(static line => line.StartsWith('#'))
            .Select(static line => NotOfAName().Replace(line.TrimStart('#').Trim().ToLowerInvariant(), "").Replace(' ', '-'))
            .ToHashSet(StringComparer.Ordinal);

    private static string WithoutCode(string text) => Fence().Replace(text, "");

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"[^\p{L}\p{N} _-]")]
    private static partial Regex NotOfAName();

    [GeneratedRegex("^[ ]*```.*?^[ ]*```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Fence();
}
