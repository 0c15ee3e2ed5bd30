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
            || CarriedOptions.Of(program, creation) is not { } options
            || KeysOf(program, creation, place.Rule) is not { } keys
            || BeforeAll(program, keys.Prepend(syntax)) is not { } before)
        {
            return null;
        }

        if (place.Rule?.Address is not null && WorkloadReader.VendorOf(text) is not null)
            return new Consumer(creation, before, options, place.Place, place.Rule, keys, ImmutableArray<(CounterpartModel, string)>.Empty);

        // Variables are read for every model that the resource calls, an object is about one but where it says which.
        var ids = place.Rule is null ? declared.Split(',') : [Property(FindingProperties.ModelVersion) is { } version ? model + "-" + version : model];
        var models = (place.Rule?.Models is { } all ? NamedModels(program, creation, all) : ids.Select(static id => (Model: PlatformModels.Of(id), Name: id.Substring(id.IndexOf('/') + 1)))).ToImmutableArray();
        return models.All(static one => one.Model is not null && DeploymentName.IsMatch(one.Name)) && models.Any(one => one.Name == text)
            ? new Consumer(creation, before, options, place.Place, place.Rule, keys, models.Select(static one => (one.Model!, one.Name)).ToImmutableArray())
            : null;
    }

    /// <summary>The variables of clients in a map or list of them: what each holds, and where it is written.</summary>
    public static IEnumerable<ConsumerVariable> Variables(InitializerExpressionSyntax place)
    {
        foreach (var (name, nameSyntax, value, element) in Entries(place))
        {
            if (CounterpartData.BuiltIn.Consumers.UseOf(name) is { } known)
                yield return new ConsumerVariable(name, known.Variables, known.Use, nameSyntax, value, element);
        }
    }

    /// <summary>The entries of a map of variables or of a list of named values: each name with its value.</summary>
    private static IEnumerable<(string Name, LiteralExpressionSyntax NameSyntax, ExpressionSyntax Value, ExpressionSyntax Element)> Entries(InitializerExpressionSyntax place)
    {
        foreach (var element in place.Expressions)
        {
            var (name, value) = element switch
            {
                AssignmentExpressionSyntax { Left: ImplicitElementAccessSyntax { ArgumentList.Arguments: [{ Expression: var key }] }, Right: var right } => (key, right),
                InitializerExpressionSyntax { Expressions: [var key, var right] } => (key, right),
                BaseObjectCreationExpressionSyntax { Initializer: { } members } => (Member(members, "Name") ?? Member(members, "Key"), Member(members, "Value")),
                _ => default,
            };
            if (name is LiteralExpressionSyntax { Token.Value: string known } literal && value is not null)
                yield return (known, literal, value, element);
        }
    }

    private static ExpressionSyntax? Member(InitializerExpressionSyntax members, string name) =>
        ResourceCreation.Members(members).FirstOrDefault(member => member.Member.Identifier.ValueText == name).Value;

    /// <summary>Whether all that is needed to call the counterpart is written, or can be.</summary>
    private static bool IsComplete(IReadOnlyCollection<ConsumerVariable> variables) =>
        variables.Any(static variable => variable.Use == ClientUse.Key)
        && variables.All(variable => variable.Use switch
        {
            ClientUse.Address => IsOfVendor(variable.Value),
            ClientUse.Key => variable.IsByTheBook || variable.AddressIn(variables) is not null,
            _ => true,
        });

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
            .Where(static map => IsComplete(Variables(map).ToList()))
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
        return values is [{ Parameter: null, Syntax: var key }] && (creation.Args!.Span.Contains(key.Span) || IsOfItsOwn(program, creation, key)) && (start.Length == 0 || key.ToString().Contains("\"" + start)) ? ImmutableArray.Create(key) : null;
    }

    /// <summary>Whether an expression stands in the creation of a resource that only this one mentions.</summary>
    private static bool IsOfItsOwn(ProgramView program, ResourceCreation creation, ExpressionSyntax key) =>
        key.SyntaxTree == creation.Syntax.SyntaxTree
        && key.Ancestors().OfType<BaseObjectCreationExpressionSyntax>().FirstOrDefault(program.IsResource) is { Parent: EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } }
        && program.ModelOf(variable).GetDeclaredSymbol(variable) is ILocalSymbol local
        && program.MentionsOf(local).All(mention => creation.Syntax.Span.Contains(mention.Span));

    /// <summary>The statement before which something can be declared for several places; null where one has none, or they are not of one body.</summary>
    private static StatementSyntax? BeforeAll(ProgramView program, IEnumerable<SyntaxNode> places)
    {
        var statements = places.Select(place => Insertion.StatementBefore(program, place)).ToList();
        return statements.Any(static statement => statement is null) || statements.Select(static statement => Insertion.BodyOf(statement!)).Distinct().Count() > 1 ? null : Insertion.FirstInCommonList(statements.OfType<StatementSyntax>().ToList());
    }

    /// <summary>The models that a resource names on a path, under those names; one that is not known, or that the platform does not have, is null.</summary>
    private static IEnumerable<(CounterpartModel? Model, string Name)> NamedModels(ProgramView program, ResourceCreation creation, string path)
    {
        var written = new WrittenInputs(program);
        var names = written.Read(creation.Args!.Expression, path).Select(written.Constant).ToList();
        return written.IsOpaque ? [(null, "")] : names.Distinct(StringComparer.Ordinal).Select(static name => (name is null ? null : PlatformModels.Named(name), name ?? ""));
    }

    /// <summary>Whether an address, and not a list of several, is the vendor's.</summary>
    private static bool IsOfVendor(ExpressionSyntax address) => address is LiteralExpressionSyntax { Token.Value: string text } && text.IndexOfAny([',', ';', ' ']) < 0 && WorkloadReader.VendorOf(text) is not null;

    private static bool IsBeside(ProgramView program, InitializerExpressionSyntax place, Location location) =>
        program.TreeOf(location) == place.SyntaxTree
        && place.Ancestors().OfType<InitializerExpressionSyntax>().FirstOrDefault()?.Span.Contains(location.SourceSpan) == true;

    /// <summary>Whether what is written reaches the resource as it stands: a call on the way, which makes text of it, would not wait for outputs.</summary>
    private static bool IsWrittenFor(SyntaxNode place, SyntaxNode creation) =>
        place.Ancestors().TakeWhile(node => node != creation).All(static node => node is not (InvocationExpressionSyntax or AnonymousFunctionExpressionSyntax or ConditionalExpressionSyntax));
}

/// <summary>A variable of a client's.</summary>
/// <param name="Name">Its name as it is written.</param>
/// <param name="Of">The variables that it belongs to.</param>
/// <param name="Use">What it holds.</param>
/// <param name="NameSyntax">Where its name is written.</param>
/// <param name="Value">Where its value is.</param>
/// <param name="Element">The entry of the map or list.</param>
internal sealed record ConsumerVariable(string Name, ClientVariables Of, ClientUse Use, LiteralExpressionSyntax NameSyntax, ExpressionSyntax Value, ExpressionSyntax Element)
{
    private static readonly string[] SectionSeparators = ["__", ":"];

    /// <summary>Whether it has the very name that clients look for by themselves, so that they do so for the address, too.</summary>
    public bool IsByTheBook => Of.Keys.Contains(Name);

    /// <summary>The address that goes with this key, in the same section of settings; null where none is written.</summary>
    public ConsumerVariable? AddressIn(IEnumerable<ConsumerVariable> variables) => variables.FirstOrDefault(other => other.Use == ClientUse.Address && other.Of == Of && other.Section == Section);

    private string Section => Name.Substring(0, Math.Max(0, SectionSeparators.Max(separator => Name.LastIndexOf(separator, StringComparison.Ordinal))));
}
