using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using ModelPlacement.Benchmarks;

// Without arguments: everything, then the figures against accepted.yaml; the exit code says whether all are within it. `--cold`: the first analysis alone. With other
// arguments: BenchmarkDotNet's own (`--filter *Edit*`).
if (args is [FreshProcess.Argument, var analyzers, var resources])
    return FreshProcess.Analyze(analyzers, int.Parse(resources, CultureInfo.InvariantCulture));
if (args is [ColdCompiler.Argument])
    return Figures.Print(ColdCompiler.Figures().ToList(), Figures.ReadAccepted().Where(static accepted => accepted.Key == ColdCompiler.FigureName).ToDictionary()) ? 0 : 1;

var job = Job.Default.WithToolchain(new InProcessEmitToolchain(TimeSpan.FromHours(1), logOutput: true)).WithWarmupCount(3).WithIterationCount(7).WithInvocationCount(1).WithUnrollFactor(1);
var config = ManualConfig.Create(DefaultConfig.Instance).AddJob(job).AddDiagnoser(MemoryDiagnoser.Default).WithOptions(ConfigOptions.JoinSummary);
var switcher = BenchmarkSwitcher.FromAssembly(typeof(AnalysisBenchmarks).Assembly);
if (args.Length > 0)
{
    switcher.Run(args, config);
    return 0;
}

var summaries = switcher.RunAllJoined(config);
return Figures.Print(Figures.Of(summaries).Concat(ColdCompiler.Figures()).Concat(FreshProcess.Figures()).ToList(), Figures.ReadAccepted()) ? 0 : 1;
