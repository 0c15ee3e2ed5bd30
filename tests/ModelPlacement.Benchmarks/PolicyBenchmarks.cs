using System;
using System.Globalization;
using System.Text;
using BenchmarkDotNet.Attributes;
using ModelPlacement.Engine.Documents;
using ModelPlacement.Engine.Policies;

namespace ModelPlacement.Benchmarks;

/// <summary>Reading a policy file and putting it in force.</summary>
public class PolicyBenchmarks
{
    private DocumentFile _file = null!;

    /// <summary>Policies and exemptions in the file.</summary>
    [Params(100, 1_000)]
    public int Entries { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        var text = new StringBuilder("version: 1\npolicies:\n");
        for (var entry = 0; entry < Entries / 2; entry++)
            text.Append(CultureInfo.InvariantCulture, $"  - id: policy-{entry}\n    models: [anthropic/claude-*, openai/gpt-*]\n    allow: {{ clouds: [aws, azure], regions: [eu-*] }}\n");
        text.Append("exemptions:\n");
        for (var entry = 0; entry < Entries / 2; entry++)
            text.Append(CultureInfo.InvariantCulture, $"  - policy: policy-{entry}\n    resource: aws:sagemaker/endpoint:Endpoint\n    name: chat-{entry}-*\n    reason: Load test.\n    approvedBy: platform@acme.example\n    expires: 2026-12-31\n");
        _file = new DocumentFile("model-placement.yaml", text.ToString());
        if (PolicySet.From([PolicyFile.Read(_file)], null).Problems is [var problem, ..])
            throw new InvalidOperationException(problem.Message);
    }

    [Benchmark]
    public int Read() => PolicySet.From([PolicyFile.Read(_file)], null).Policies.Length;
}
