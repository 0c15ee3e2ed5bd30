using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ModelPlacement.Analyzers;
using ModelPlacement.CodeFixes.Counterparts;
using ModelPlacement.Engine.Models;

namespace ModelPlacement.CodeFixes.Program;

/// <summary>Code that makes a resource call a vendor's own API: a map of variables with a key in it, or an object that says where requests are passed on to.</summary>
/// <param name="Creation">The resource that it is written in.</param>
/// <param name="Before">The statement before which what it calls can be declared.</param>
/// <param name="Options">The resource's options.</param>
/// <param name="Place">Where it is written.</param>
/// <param name="Rule">The kind of object, or null for variables.</param>
/// <param name="Keys">Where the vendor's key stands, beside what the rule sets.</param>
/// <param name="Models">The models that it calls, each with the name under which it does; none where its callers name them.</param>
internal sealed record Consumer(
    ResourceCreation Creation,
    StatementSyntax Before,
    CarriedOptions Options,
    InitializerExpressionSyntax Place,
    ConsumerObject? Rule,
    ImmutableArray<ExpressionSyntax> Keys,
    ImmutableArray<(CounterpartModel Model, string Name)> Models)
{
    private static readonly Regex DeploymentName = new(@"^[A-Za-z0-9][\w.-]*$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(10));

    /// <summary>What a finding is about; null where that is not written in place, or not all that it calls is known and offered by the platform.</summary>
    public static Consumer? Of(ProgramView program, Diagnostic diagnostic)
    {
        string? Property(string key) => diagnostic.Properties.TryGetValue(key, out var value) ? value : null;

        if (Property(FindingProperties.Model) is not { } model
            || Property(FindingProperties.ModelText) is not { } text
            || Property(FindingProperties.DeclaredModels) is not { } declared
            || Property(FindingProperties.OwnModel) is not null)
        {
            return null;
        }

        var creations = diagnostic.AdditionalLocations.Prepend(diagnostic.Location).Select(location => CreationAround(program, location)).OfType<BaseObjectCreationExpressionSyntax>().Distinct().ToList();
        if (PlaceOf(program, diagnostic, creations) is not { } place
            || place.Place.Ancestors().OfType<BaseObjectCreationExpressionSyntax>().FirstOrDefault(program.IsResource) is not { } syntax
            || ResourceCreation.Of(program, syntax) is not { Args: not null } creation
            || !program.ModelOf(creation.Name!).GetConstantValue(creation.Name!).HasValue
            || !IsWrittenFor(place.Place, syntax)
            || Insertion.StatementBefore(program, syntax) is not { } before
            || CarriedOptions.Of(program, creation) is not { } options
            || KeysOf(program, creation, place.Rule) is not { } keys)
        {
            return null;
        }

        if (place.Rule?.Address is not null && WorkloadReader.VendorOf(text) is not null)
            return new Consumer(creation, before, options, place.Place, place.Rule, keys, ImmutableArray<(CounterpartModel, string)>.Empty);

        // Variables are read for every model that the resource calls, an object is about one.
        var ids = place.Rule is null ? declared.Split(',') : [Property(FindingProperties.ModelVersion) is { } version ? model + "-" + version : model];
        var models = ids.Select(static id => (Model: PlatformModels.Of(id), Name: id.Substring(id.IndexOf('/') + 1))).ToImmutableArray();
        return models.All(static one => one.Model is not null && DeploymentName.IsMatch(one.Name)) && models.Any(one => one.Name == text)
            ? new Consumer(creation, before, options, place.Place, place.Rule, keys, models.Select(static one => (one.Model!, one.Name)).ToImmutableArray())
            : null;
    }

    /// <summary>The entries of a map of variables or of a list of named values: each name with its value.</summary>
    public static IEnumerable<(string Name, LiteralExpressionSyntax NameSyntax, ExpressionSyntax Value, ExpressionSyntax Element)> Entries(InitializerExpressionSyntax place)
    {
        foreach (var element in place.Expressions)
        {
            var (name, value) = element switch
            {
                AssignmentExpressionSyntax { Left: ImplicitElementAccessSyntax { ArgumentList.Arguments: [{ Expression: var key }] }, Right: var right } => (key, right),
                InitializerExpressionSyntax { Expressions: [var key, var right] } => (key, right),
                BaseObjectCreationExpressionSyntax { Initializer: { Expressions.Count: 2 } members } => (Member(members, "Name"), Member(members, "Value")),
                _ => default,
            };
            if (name is LiteralExpressionSyntax { Token.Value: string known } literal && value is not null)
                yield return (known, literal, value, element);
        }
    }

    private static ExpressionSyntax? Member(InitializerExpressionSyntax members, string name) =>
        ResourceCreation.Members(members).FirstOrDefault(member => member.Member.Identifier.ValueText == name).Value;

    private static BaseObjectCreationExpressionSyntax? CreationAround(ProgramView program, Location location) =>
        program.TreeOf(location) is { } tree && tree.GetRoot() is var root && root.FullSpan.Contains(location.SourceSpan)
            ? root.FindToken(location.SourceSpan.Start).Parent?.AncestorsAndSelf().OfType<BaseObjectCreationExpressionSyntax>().FirstOrDefault(program.IsResource)
            : null;

    private static (InitializerExpressionSyntax Place, ConsumerObject? Rule)? PlaceOf(ProgramView program, Diagnostic diagnostic, List<BaseObjectCreationExpressionSyntax> creations)
    {
        var rules = CounterpartData.BuiltIn.Consumers;
        foreach (var rule in rules.Objects)
        {
            var objects = creations.Where(creation => program.TokenOf(creation) == rule.Token)
                .SelectMany(creation => ResourceCreation.Of(program, creation)?.Args is { } args ? new WrittenInputs(program).Read(args.Expression, rule.At) : [])
                .Select(static written => (written.Syntax as BaseObjectCreationExpressionSyntax)?.Initializer).OfType<InitializerExpressionSyntax>()
                .Where(found => rule.Address is not { } address || ResourceCreation.Members(found).Any(member => program.InputNameOf(member.Member) == address && member.Value is LiteralExpressionSyntax { Token.Value: string text } && rules.PathOf(text) is not null)).ToList();

            // Of several, the one beside the model that the finding is about.
            var own = objects.Count > 1 ? objects.Where(found => diagnostic.AdditionalLocations.Any(location => IsBeside(program, found, location))).ToList() : objects;
            if (own.Count == 1)
                return (own[0], rule);
        }

        var maps = creations.SelectMany(static creation => creation.DescendantNodes()).OfType<InitializerExpressionSyntax>()
            .Where(map => Entries(map).Any(entry => rules.Keys.Contains(entry.Name)) && Entries(map).Where(entry => rules.Addresses.Contains(entry.Name)).All(static entry => IsOfVendor(entry.Value)))
            .Distinct().ToList();
        return maps.Count == 1 ? (maps[0], null) : null;
    }

    /// <summary>Where the vendor's key stands; null where a rule asks for one, and not exactly one is written that looks like it.</summary>
    private static ImmutableArray<ExpressionSyntax>? KeysOf(ProgramView program, ResourceCreation creation, ConsumerObject? rule)
    {
        if (rule is null || rule.Keys.IsEmpty)
            return ImmutableArray<ExpressionSyntax>.Empty;
        var written = new WrittenInputs(program);
        var start = rule.Key.Substring(0, rule.Key.IndexOf(ConsumerObject.KeyPlace, StringComparison.Ordinal));
        var values = rule.Keys.SelectMany(path => written.Read(creation.Args!.Expression, path)).ToList();
        return values is [{ Parameter: null, Syntax: var key }] && creation.Args!.Span.Contains(key.Span) && (start.Length == 0 || key.ToString().Contains("\"" + start)) ? ImmutableArray.Create(key) : null;
    }

    private static bool IsOfVendor(ExpressionSyntax address) => address is LiteralExpressionSyntax { Token.Value: string text } && WorkloadReader.VendorOf(text) is not null;

    private static bool IsBeside(ProgramView program, InitializerExpressionSyntax place, Location location) =>
        program.TreeOf(location) == place.SyntaxTree
        && place.Ancestors().OfType<InitializerExpressionSyntax>().FirstOrDefault()?.Span.Contains(location.SourceSpan) == true;

    /// <summary>Whether what is written reaches the resource as it stands: a call on the way, which makes text of it, would not wait for outputs.</summary>
    private static bool IsWrittenFor(SyntaxNode place, SyntaxNode creation) =>
        place.Ancestors().TakeWhile(node => node != creation).All(static node => node is not (InvocationExpressionSyntax or AnonymousFunctionExpressionSyntax or ConditionalExpressionSyntax));
}
