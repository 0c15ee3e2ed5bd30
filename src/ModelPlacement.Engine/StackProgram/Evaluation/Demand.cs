using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ModelPlacement.Engine.StackProgram.Library;

namespace ModelPlacement.Engine.StackProgram.Evaluation;

/// <summary>
/// Which inputs of resources need no evaluation: those of a resource that nothing is asked of, that the program reads nowhere as an output, and whose expression leaves
/// nothing behind. Serves one evaluator, one thread at a time.
/// </summary>
internal sealed class Demand
{
    /// <summary>What stands for an input that was not evaluated.</summary>
    public static readonly Value NotAsked = new Unknown("an input that nothing asks for");

    private readonly Func<string, INamedTypeSymbol, bool> _isAsked;
    private readonly ProgramMembers _members;
    private readonly PulumiSymbols _pulumi;
    private readonly ProgramBodies _bodies;
    private readonly Implementations _implementations;
    private readonly CancellationToken _cancellation;
    private readonly Dictionary<IObjectOrCollectionInitializerOperation, bool[]> _spared = new();
    private readonly Dictionary<INamedTypeSymbol, ImmutableHashSet<string>> _readOutputs = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<INamedTypeSymbol, bool> _asked = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<INamedTypeSymbol, bool> _quietTypes = new(SymbolEqualityComparer.Default);

    /// <param name="isAsked">Whether anything is asked of resources of a token and class.</param>
    /// <param name="members">What the program names.</param>
    /// <param name="pulumi">Pulumi's types.</param>
    /// <param name="bodies">The bound bodies.</param>
    /// <param name="implementations">What is of the program.</param>
    /// <param name="cancellation">Ends the search by an <see cref="OperationCanceledException"/>.</param>
    public Demand(Func<string, INamedTypeSymbol, bool> isAsked, ProgramMembers members, PulumiSymbols pulumi, ProgramBodies bodies, Implementations implementations, CancellationToken cancellation)
    {
        _isAsked = isAsked;
        _members = members;
        _pulumi = pulumi;
        _bodies = bodies;
        _implementations = implementations;
        _cancellation = cancellation;
    }

    /// <summary>For each assignment of an initializer, in its order, whether it needs no evaluation; null where each needs it.</summary>
    public bool[]? Spared(IObjectOrCollectionInitializerOperation initializer)
    {
        // `new BucketArgs { ... }` right in the arguments of `new Bucket(...)`: nobody else has the object.
        if (initializer.Parent is not IObjectCreationOperation { Type: INamedTypeSymbol arguments } inputs || !PulumiSymbols.DerivesFrom(arguments, _pulumi.ResourceArgs) || _implementations.IsOfProgram(arguments))
            return null;
        if (ResourceOf(inputs) is not { } resource || IsAsked(resource))
            return null;
        if (!_spared.TryGetValue(initializer, out var spared))
            _spared.Add(initializer, spared = initializer.Initializers.Select(member => Input(member) is { } input && !IsRead(input, resource) && IsQuiet(member)).ToArray());
        return spared;
    }

    /// <summary>The input that an assignment of an initializer sets.</summary>
    public static IPropertySymbol? Input(IOperation member) => Target(member) is IPropertyReferenceOperation { Arguments.IsEmpty: true, Property: var property } ? property : null;

    /// <summary>What an assignment of an initializer sets.</summary>
    public static IOperation? Target(IOperation member) => member switch
    {
        ISimpleAssignmentOperation assignment => assignment.Target,
        IMemberInitializerOperation nested => nested.InitializedMember,
        _ => null,
    };

    private INamedTypeSymbol? ResourceOf(IObjectCreationOperation inputs)
    {
        var parent = inputs.Parent;
        while (parent is IConversionOperation)
            parent = parent.Parent;
        return parent is IArgumentOperation { Parent: IObjectCreationOperation { Type: INamedTypeSymbol type } } && _pulumi.IsResource(type) && !_implementations.IsOfProgram(type) ? type : null;
    }

    private bool IsAsked(INamedTypeSymbol resource)
    {
        if (!_asked.TryGetValue(resource, out var asked))
            _asked.Add(resource, asked = _pulumi.IsProvider(resource) || _pulumi.Token(resource) is not { } token || token.IndexOf(':') < 0 || _isAsked(token, resource));
        return asked;
    }

    // An output of the same name repeats the input. Whoever reads it names it, of whatever object.
    private bool IsRead(IPropertySymbol input, INamedTypeSymbol resource)
    {
        if (!_readOutputs.TryGetValue(resource, out var read))
            _readOutputs.Add(resource, read = Outputs(resource).Where(output => _members.IsRead(output.Name)).Select(_pulumi.OutputName).OfType<string>().ToImmutableHashSet(StringComparer.Ordinal));
        return read.Contains(_pulumi.InputName(input));
    }

    private static IEnumerable<IPropertySymbol> Outputs(INamedTypeSymbol resource)
    {
        for (var type = resource; type is not null; type = type.BaseType)
        {
            foreach (var output in type.GetMembers().OfType<IPropertySymbol>())
                yield return output;
        }
    }

    // Whether evaluating it leaves nothing behind but its value: it runs no code of the program, creates no resource, changes nothing.
    private bool IsQuiet(IOperation operation) => operation.ConstantValue.HasValue || (IsQuietItself(operation) && operation.ChildOperations.All(IsQuiet));

    private bool IsQuietItself(IOperation operation) => operation switch
    {
        ILocalReferenceOperation or IParameterReferenceOperation => IsSettled(operation.Type),
        IInstanceReferenceOperation or IDefaultValueOperation or IInterpolatedStringTextOperation or IInterpolatedStringOperation => true,
        IArgumentOperation or IArrayCreationOperation or IArrayInitializerOperation or IAnonymousObjectCreationOperation or IObjectOrCollectionInitializerOperation or IMemberInitializerOperation => true,
        IConditionalOperation or ICoalesceOperation or IParenthesizedOperation or IConditionalAccessOperation or IConditionalAccessInstanceOperation or ITupleOperation or IDelegateCreationOperation => true,
        IAnonymousFunctionOperation { Body.Operations: [IReturnOperation] } or IReturnOperation or IBlockOperation { Parent: IAnonymousFunctionOperation } => true,
        IInterpolationOperation interpolation => IsData(interpolation.Expression.Type),
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Instance: IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver } } } => true,
        IFieldReferenceOperation field => IsSettled(field.Type) && IsQuietMember(field.Field),
        IPropertyReferenceOperation property => IsSettled(property.Type) && IsQuietProperty(property.Property),
        IConversionOperation conversion => IsOfLibrary(conversion.OperatorMethod) && (conversion.Type?.SpecialType != SpecialType.System_Object || IsData(conversion.Operand.Type)),
        IBinaryOperation binary => IsOfLibrary(binary.OperatorMethod) && IsData(binary.LeftOperand.Type) && IsData(binary.RightOperand.Type),
        IUnaryOperation unary => IsOfLibrary(unary.OperatorMethod),
        IObjectCreationOperation { Type: INamedTypeSymbol type, Arguments.IsEmpty: true } => !_implementations.IsOfProgram(type) && (PulumiSymbols.DerivesFrom(type, _pulumi.InputArgs) || IsCollection(type)),
        IInvocationOperation invocation => IsQuietCall(invocation),
        _ => false,
    };

    private bool IsOfLibrary(IMethodSymbol? method) => method is null || !_implementations.IsOfProgram(method);

    private bool IsQuietCall(IInvocationOperation invocation)
    {
        var method = invocation.TargetMethod;
        if (invocation.Instance is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver })
            return !_implementations.IsOfProgram(method);
        var type = method.ContainingType.OriginalDefinition;
        return type.SpecialType == SpecialType.System_String
            || PulumiSymbols.Same(type, _pulumi.Output)
            || PulumiSymbols.Same(type, _pulumi.OutputFactory)
            || PulumiSymbols.Same(type, _pulumi.Config)
            || (method is { Name: "ToString" } && invocation.Instance is { } instance && IsData(instance.Type))
            || (type is { Name: "JsonSerializer", ContainingNamespace.Name: "Json" } && method.Name == "Serialize" && !_implementations.IsOfProgram(method) && method.TypeArguments.All(IsData));
    }

    private bool IsQuietProperty(IPropertySymbol property)
    {
        if (!_implementations.IsOfProgram(property))
            return property.ContainingType is { TypeKind: not TypeKind.Interface } type && (type.IsAnonymousType || IsPlain(type));

        // Set and read as it is: no code runs.
        return property is { IsVirtual: false, IsAbstract: false, IsOverride: false, GetMethod: { } getter, ContainingType.TypeKind: not TypeKind.Interface } && _bodies.Body(getter, _cancellation) is null && IsQuietMember(property);
    }

    private bool IsQuietMember(ISymbol member) => !member.IsStatic || !_implementations.IsOfProgram(member) || IsQuietType(member.ContainingType);

    // The first who reads a static member has the type initialized.
    private bool IsQuietType(INamedTypeSymbol type)
    {
        var definition = type.OriginalDefinition;
        if (_quietTypes.TryGetValue(definition, out var known))
            return known;
        _quietTypes.Add(definition, false);
        return _quietTypes[definition] = definition.StaticConstructors.All(static constructor => constructor.IsImplicitlyDeclared)
            && _bodies.Initializers(definition, isStatic: true).All(initializer => _bodies.Bind(initializer.Initializer, _cancellation) is ISymbolInitializerOperation { Value: var value } && IsQuiet(value));
    }

    // Printing it, or reading through it, runs no code of the program.
    private bool IsData(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => IsData(array.ElementType),
        INamedTypeSymbol { TypeKind: TypeKind.Enum } => true,
        INamedTypeSymbol { IsAnonymousType: true } anonymous => anonymous.GetMembers().OfType<IPropertySymbol>().All(property => IsData(property.Type)),
        INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, SpecialType: not SpecialType.System_Object } named =>
            !_implementations.IsOfProgram(named) && IsPlain(named) && named.TypeArguments.All(IsData),
        _ => false,
    };

    // A library's type whose members only look at what it holds.
    private static bool IsPlain(INamedTypeSymbol type) => type.OriginalDefinition.SpecialType != SpecialType.None || IsCollection(type) || PulumiSymbols.IsOfPulumi(type);

    // Not a sequence that runs code of the program when somebody goes through it.
    private static bool IsSettled(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => IsSettled(array.ElementType),
        INamedTypeSymbol named => named.SpecialType != SpecialType.System_Object
            && !(named.TypeKind == TypeKind.Interface && named.AllInterfaces.Append(named).Any(static one => one.SpecialType == SpecialType.System_Collections_IEnumerable))
            && named.TypeArguments.All(IsSettled),
        _ => false,
    };

    private static bool IsCollection(INamedTypeSymbol type) => type.TypeKind is TypeKind.Class or TypeKind.Struct && CollectionKind.IsCollection(type);
}
