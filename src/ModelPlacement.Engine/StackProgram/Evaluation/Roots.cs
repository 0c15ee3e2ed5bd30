using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ModelPlacement.Engine.StackProgram.Library;

namespace ModelPlacement.Engine.StackProgram.Evaluation;

/// <content>Where an evaluation begins.</content>
internal sealed partial class Interpreter
{
    private readonly HashSet<IMethodSymbol> _reached = new(SymbolEqualityComparer.Default);

    /// <summary>The methods and constructors of the program that ran so far.</summary>
    public IReadOnlyCollection<IMethodSymbol> Reached => _reached;

    /// <summary>Runs a method or constructor as code outside the program would call it: with nothing known of its arguments.</summary>
    public void RunRoot(IMethodSymbol root)
    {
        var arguments = UnknownArguments(root);
        if (root.MethodKind == MethodKind.Constructor)
        {
            RunRootConstructor(root, arguments);
            return;
        }

        if (_bodies.Body(root, _cancellation) is not { } body)
            return;
        var receiver = root.IsStatic ? null : ReceiverOfRoot(root.ContainingType);
        var frame = NewFrame(root, receiver, 0, ImmutableArray<Location>.Empty, NoTypeArguments, new Scope(null), _store.Marks + 1);
        Force(Run(frame, root, body, arguments, body), body);
    }

    /// <summary>
    /// Evaluates what an evaluation that ended before the program did has not come to: each creation of a resource in methods that it began, on its own, with nothing
    /// known of the variables around it.
    /// </summary>
    public void RunWhatIsLeft(Interpreter ended, IMethodSymbol root)
    {
        _conditions++;
        foreach (var method in ended._reached.Prepend(root))
        {
            foreach (var creation in (_bodies.Body(method, _cancellation)?.Descendants() ?? []).OfType<IObjectCreationOperation>())
            {
                if (!_pulumi.IsResource(creation.Type) || ended.HasCreated(creation) || HasCreated(creation))
                    continue;
                Evaluate(creation);
                _reachable = true;
            }
        }
    }

    private bool HasCreated(IObjectCreationOperation creation) => _instancesByDeclaration.ContainsKey(DeclarationOf(creation));

    // A root that is an iterator makes what it makes only when it is enumerated, as whoever calls it will.
    private void Force(Value value, IOperation body)
    {
        if (value is DeferredSequence)
            Enumerate(value, body);
    }

    private static ImmutableArray<Value> UnknownArguments(IMethodSymbol method) =>
        method.Parameters.Select(static parameter => (Value)new Unknown("parameter '" + parameter.Name + "'") { IsForeign = true }).ToImmutableArray();

    private ObjectReference RunRootConstructor(IMethodSymbol constructor, ImmutableArray<Value> arguments)
    {
        var type = constructor.ContainingType;
        var self = NewObject(new ObjectState { Type = type }, null);
        var site = constructor.Locations.FirstOrDefault() ?? Location.None;
        RunConstructor(type, constructor, self, arguments, site, site, isRoot: true);
        return self;
    }

    // Some constructor has run before a method of an object can: what it set holds, but for what other methods may have changed since.
    private ObjectReference ReceiverOfRoot(INamedTypeSymbol type)
    {
        _trials++;
        var constructor = type.InstanceConstructors.OrderBy(static candidate => candidate.Parameters.Length).FirstOrDefault();
        var several = type.InstanceConstructors.Count(static candidate => !candidate.IsImplicitlyDeclared) > 1;
        var self = constructor is null ? NewObject(new ObjectState { Type = type }, null) : RunRootConstructor(constructor, UnknownArguments(constructor));
        _reachable = true;
        _trials--;
        if (StateOf(self) is not { } state)
            return self;
        var fields = state.Fields;
        foreach (var field in state.Fields)
        {
            if (several || field.Key is IFieldSymbol { IsReadOnly: false } or IPropertySymbol { SetMethod: not null } or IParameterSymbol)
                fields = fields.Remove(field.Key);
            else
                LoseChangeable(field.Value);
        }

        _store.Write(self.Cell, state.Lose("what other code may have set") with { Fields = fields });
        return self;
    }

    // Other methods may have changed what an object holds, but for what cannot be changed once it is made.
    private void LoseChangeable(Value value)
    {
        if (value is not ObjectReference reference || StateOf(reference) is not { Lost: null } state || CollectionKind.IsImmutable(state.Type))
            return;
        var fixedFields = state.Fields;
        _store.Write(reference.Cell, state.Lose("what other code may have set"));
        foreach (var field in state.Fields)
        {
            if (field.Key is IFieldSymbol { IsReadOnly: true } or IPropertySymbol { SetMethod: null } or IPropertySymbol { SetMethod.IsInitOnly: true })
                LoseChangeable(field.Value);
            else
                fixedFields = fixedFields.Remove(field.Key);
        }

        _store.Write(reference.Cell, state.Lose("what other code may have set") with { Fields = fixedFields });
    }
}
