using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ModelPlacement.Engine.StackProgram.Library;

namespace ModelPlacement.Engine.StackProgram.Evaluation;

/// <summary>What running a body may change, whatever it is run on.</summary>
internal sealed class Effects
{
    /// <summary>Variables, also those of the code around it.</summary>
    public HashSet<ISymbol> Variables { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>Fields and properties, of whatever object, and static ones.</summary>
    public HashSet<ISymbol> Members { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>Whether it may change the contents of collections.</summary>
    public bool Collections { get; set; }

    /// <summary>Whether it may change anything: it calls what is not known here.</summary>
    public bool Everything { get; set; }
}

/// <summary>Finds out what bodies may change by looking at what they, and what they call, assign. Safe for concurrent use.</summary>
internal sealed class EffectsFinder
{
    private const int MethodLimit = 200;

    private readonly ProgramBodies _bodies;
    private readonly Implementations _implementations;
    private readonly ConcurrentDictionary<IOperation, Effects> _known = new();

    public EffectsFinder(ProgramBodies bodies, Implementations implementations)
    {
        _bodies = bodies;
        _implementations = implementations;
    }

    public Effects Of(IOperation body, CancellationToken cancellation) => _known.GetOrAdd(body, operation =>
    {
        var effects = new Effects();
        Add(effects, operation, new HashSet<ISymbol>(SymbolEqualityComparer.Default), cancellation);
        return effects;
    });

    private void Add(Effects effects, IOperation operation, HashSet<ISymbol> visited, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        foreach (var one in operation.DescendantsAndSelf())
        {
            if (effects.Everything)
                return;
            switch (one)
            {
                case IAssignmentOperation assignment:
                    AddTarget(effects, assignment.Target, visited, cancellation);
                    break;
                case IIncrementOrDecrementOperation increment:
                    AddTarget(effects, increment.Target, visited, cancellation);
                    break;
                case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument:
                    AddTarget(effects, argument.Value, visited, cancellation);
                    break;
                case IEventAssignmentOperation { EventReference: { } reference }:
                    AddTarget(effects, reference, visited, cancellation);
                    break;
                case IInvocationOperation invocation:
                    AddCall(effects, invocation.TargetMethod, visited, cancellation);
                    break;
                case IObjectCreationOperation { Constructor: { } constructor }:
                    AddCall(effects, constructor, visited, cancellation);
                    break;
                case IPropertyReferenceOperation { Property.GetMethod: { } getter }:
                    AddCall(effects, getter, visited, cancellation);
                    break;
                case IMethodReferenceOperation { Method: { } method }:
                    AddCall(effects, method, visited, cancellation);
                    break;
                case IDynamicInvocationOperation or IDynamicMemberReferenceOperation or IDynamicIndexerAccessOperation or IAddressOfOperation:
                    effects.Everything = true;
                    break;
            }
        }
    }

    private void AddTarget(Effects effects, IOperation target, HashSet<ISymbol> visited, CancellationToken cancellation)
    {
        switch (target)
        {
            case ILocalReferenceOperation local:
                effects.Variables.Add(local.Local);
                effects.Everything |= local.Local.IsRef;
                break;
            case IParameterReferenceOperation parameter:
                effects.Variables.Add(parameter.Parameter);
                break;
            case IDeclarationExpressionOperation declaration:
                AddTarget(effects, declaration.Expression, visited, cancellation);
                break;
            case ITupleOperation tuple:
                foreach (var element in tuple.Elements)
                    AddTarget(effects, element, visited, cancellation);
                break;
            case IFieldReferenceOperation { Instance: { Type.IsTupleType: true } tuple }:
                AddTarget(effects, tuple, visited, cancellation);
                break;
            case IFieldReferenceOperation field:
                effects.Members.Add((field.Field.AssociatedSymbol ?? field.Field).OriginalDefinition);
                break;
            case IPropertyReferenceOperation { Arguments.IsEmpty: true } property:
                effects.Members.Add(property.Property.OriginalDefinition);
                if (property.Property.SetMethod is { } setter)
                    AddCall(effects, setter, visited, cancellation);
                break;
            case IPropertyReferenceOperation indexer:
                effects.Collections = true;
                if (indexer.Property.SetMethod is { } indexSetter)
                    AddCall(effects, indexSetter, visited, cancellation);
                break;
            case IArrayElementReferenceOperation:
                effects.Collections = true;
                break;
            case IEventReferenceOperation @event:
                effects.Members.Add(@event.Event.OriginalDefinition);
                break;
            case IDiscardOperation:
                break;
            default:
                effects.Everything = true;
                break;
        }
    }

    private void AddCall(Effects effects, IMethodSymbol method, HashSet<ISymbol> visited, CancellationToken cancellation)
    {
        var definition = (method.ReducedFrom ?? method).OriginalDefinition;
        if (!visited.Add(definition))
            return;
        if (visited.Count > MethodLimit || definition.MethodKind == MethodKind.DelegateInvoke)
        {
            effects.Everything = true;
            return;
        }

        if (_implementations.IsOfProgram(definition))
        {
            AddOwnCall(effects, definition, visited, cancellation);
            return;
        }

        if (Library.Collections.Changes(definition))
            effects.Collections = true;
        else if (LibraryTable.Find(definition) is null && !LibraryTable.KeepsArguments(definition))
            effects.Everything = true;
    }

    private void AddOwnCall(Effects effects, IMethodSymbol method, HashSet<ISymbol> visited, CancellationToken cancellation)
    {
        var targets = method.IsAbstract || method.IsVirtual || method.IsOverride || method.ContainingType?.TypeKind == TypeKind.Interface
            ? _implementations.All(method, cancellation).ToList()
            : [method];
        if (targets.Count == 0)
            effects.Everything = true;
        foreach (var target in targets)
        {
            // A local function is part of the body that it is declared in, which is looked at anyway where it is this one.
            if (_bodies.Body(target, cancellation) is { } body)
                Add(effects, body, visited, cancellation);
        }
    }
}
