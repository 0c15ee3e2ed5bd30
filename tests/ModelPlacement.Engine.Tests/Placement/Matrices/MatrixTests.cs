using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using ModelPlacement.Engine.Catalog;
using ModelPlacement.Engine.Documents;
using ModelPlacement.Engine.Findings;
using ModelPlacement.Engine.Policies;
using ModelPlacement.Engine.Tests.Catalog;
using Xunit;

namespace ModelPlacement.Engine.Tests.Placement.Matrices;

/// <summary>Every place a model can be served from, and every trap: compiled programs, judged under the built-in policy.</summary>
public sealed class MatrixTests
{
    /// <summary>Set to 1, the test writes the file anew.</summary>
    private const string Rewrite = "MODELPLACEMENT_WRITE_DOCS";

    // Judged once for all tests.
    private static readonly ConcurrentDictionary<MatrixRow, Lazy<ImmutableArray<Finding>>> Judgements = new();

    private static readonly Dictionary<string, ImmutableArray<MatrixRow>> Matrices =
        new[] { "places", "traps", "clouds" }.ToDictionary(static name => name, static name => MatrixRow.All(name + ".yaml"), StringComparer.Ordinal);

    private static readonly Lazy<PolicySet> NothingAnywhere = new(static () => PolicySet.From(
        [PolicyFile.Read(new DocumentFile("policy.yaml", """
            version: 1
            extends: []
            policies:
              - { id: nothing-anywhere, description: No model is used anywhere., models: ["*"], exposure: any, allow: { clouds: [] } }
            """))],
        asOf: null));

    public static TheoryData<string> Places => Names("places");

    public static TheoryData<string> Traps => Names("traps");

    public static TheoryData<string> Clouds => Names("clouds");

    [Theory]
    [MemberData(nameof(Places))]
    public void A_place_is_flagged(string row) => Check("places", row);

    [Theory]
    [MemberData(nameof(Traps))]
    public void A_trap_stays_silent(string row) => Check("traps", row);

    [Theory]
    [MemberData(nameof(Traps))]
    public void A_trap_is_silent_because_of_what_it_is(string name)
    {
        // A row that the engine is blind to would prove nothing: where nothing is allowed anywhere, the model is found.
        var row = Row("traps", name);
        var seen = MatrixProgram.Judge(row, NothingAnywhere.Value).Select(static finding => finding.Verdict.Deployment.Model?.Id).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        Assert.True(row.Sees.SequenceEqual(seen), $"{row}\nmust see: {string.Join(", ", row.Sees)}\nsees:     {string.Join(", ", seen)}");
    }

    [Theory]
    [InlineData("aws host: Lambda container with a function URL", "Lambda function URL 'url'")]
    [InlineData("aws host: Lambda behind a REST API", "API Gateway REST API 'api'")]
    [InlineData("aws serve: ECS service behind a public load balancer", "load balancer 'lb'")]
    [InlineData("kubernetes serve: Deployment behind a load balancer, on EKS", "Kubernetes Service 'svc'")]
    [InlineData("kubernetes serve: StatefulSet behind an ingress by the service's name", "Kubernetes Ingress 'web'")]
    public void What_makes_a_host_an_API_is_evidence(string name, string exposing)
    {
        var finding = Assert.Single(Judged(Row("places", name)));
        var evidence = Assert.Single(finding.Verdict.Deployment.Evidence, item => item.Says == "public through " + exposing);
        Assert.Contains(evidence.Location, finding.Evidence);
    }

    // Each sentence and its evidence, as told.txt has them.
    [Fact]
    public void A_person_is_told_what_is_where_and_what_shows_it()
    {
        var path = Repository.PathOf("tests", "ModelPlacement.Engine.Tests", "Placement", "Matrices", "told.txt");
        var told = string.Join("\n", Matrices.Where(static matrix => matrix.Key is not "traps").SelectMany(static matrix => matrix.Value).Select(static row => "# " + row + "\n" + MatrixProgram.Told(Judged(row))));
        if (Environment.GetEnvironmentVariable(Rewrite) is "1")
            File.WriteAllText(path, told);
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), told);
    }

    [Theory]
    [MemberData(nameof(Clouds))]
    public void A_cloud_is_told_or_left_open(string row) => Check("clouds", row);

    [Fact]
    public void Rows_are_what_their_matrix_promises()
    {
        Assert.All(Matrices["places"], static row => Assert.NotEmpty(row.Finds));
        Assert.All(Matrices["traps"], static row => Assert.Empty(row.Finds));
        foreach (var rows in Matrices.Values)
        {
            Assert.Empty(rows.GroupBy(static row => row.ToString()).Where(static same => same.Count() > 1).Select(static same => same.Key));
            Assert.Empty(rows.GroupBy(static row => (row.Program, row.Types, row.Configuration is null)).Where(static same => same.Count() > 1).Select(static same => same.First().Case));
        }
    }

    [Fact]
    public void Every_provider_has_a_row_for_each_role_that_carries_a_model()
    {
        var rows = Matrices.Values.SelectMany(static all => all).Select(static row => (row.Provider, row.Role)).ToHashSet();
        var missing = from provider in ResourceCatalog.Providers
                      where provider is not "helm"
                      from entry in ResourceCatalog.File(provider).Entries
                      where entry.Role is Role.Serve or Role.Host && entry.Api != ApiKind.None && (!entry.Models.IsEmpty || !entry.Containers.IsEmpty || !entry.UserData.IsEmpty || !entry.Embedded.IsEmpty)
                      let pair = (provider, CatalogWords.Roles[(int)entry.Role])
                      where !rows.Contains(pair)
                      select pair;
        Assert.Empty(missing.Distinct());
        Assert.True(Matrices.Values.Sum(static all => all.Length) >= 250);
    }

    private static ImmutableArray<Finding> Judged(MatrixRow row) => Judgements.GetOrAdd(row, static one => new(() => MatrixProgram.Judge(one, PolicySet.Default))).Value;

    private static TheoryData<string> Names(string matrix) => [.. Matrices[matrix].Select(static row => row.ToString())];

    private static MatrixRow Row(string matrix, string name) => Matrices[matrix].Single(row => row.ToString() == name);

    private static void Check(string matrix, string name)
    {
        var row = Row(matrix, name);
        var found = MatrixProgram.Lines(Judged(row));
        Assert.True(row.Finds.SequenceEqual(found), $"{row}\nmust find: {string.Join(", ", row.Finds)}\nfinds:     {string.Join(", ", found)}\nin {MatrixProgram.Graph(row)}");
    }
}
