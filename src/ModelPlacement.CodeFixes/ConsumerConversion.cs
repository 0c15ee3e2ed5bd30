using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ModelPlacement.CodeFixes.Counterparts;
using ModelPlacement.CodeFixes.Program;
using ModelPlacement.CodeFixes.Writing;
using ModelPlacement.Engine.Models;

namespace ModelPlacement.CodeFixes;

/// <summary>Makes consumers call deployments on the counterpart's platform, which it declares before them: one account for those of one body.</summary>
internal sealed class ConsumerConversion
{
    private const string Key = "apiKey";

    private readonly ProgramView _program;
    private readonly CounterpartFamily _family;
    private readonly GoneSyntax _gone;
    private readonly ChangedFiles _files;
    private readonly SupportDeclarations _declarations;

    private ConsumerConversion(ProgramView program, CounterpartFamily family)
    {
        _program = program;
        _family = family;
        _gone = new GoneSyntax(program);
        _files = new ChangedFiles(program);
        _declarations = new SupportDeclarations(program, _gone);
    }

    private static ConsumerRules Rules => CounterpartData.BuiltIn.Consumers;

    /// <summary>The solution after some consumers are converted.</summary>
    public static Solution Apply(ProgramView program, CounterpartFamily family, ImmutableArray<Consumer> consumers)
    {
        var conversion = new ConsumerConversion(program, family);
        foreach (var consumer in consumers)
            conversion.MarkGone(consumer);
        conversion._gone.Settle();
        foreach (var body in consumers.GroupBy(static consumer => Insertion.BodyOf(consumer.Before)))
            conversion.WriteBody(body.ToList());
        return conversion._files.Apply(conversion._gone);
    }

    private void MarkGone(Consumer consumer)
    {
        foreach (var variable in Consumer.Variables(consumer.Place).Where(_ => consumer.Rule is null))
            _gone.Add(variable.Value);

        foreach (var key in consumer.Keys)
            _gone.Add(key);
        foreach (var (member, value) in ResourceCreation.Members(consumer.Rule is null ? null : consumer.Place))
        {
            if (consumer.Rule!.Concerns(_program.InputNameOf(member)))
                _gone.Add(value);
        }
    }

    private void WriteBody(List<Consumer> consumers)
    {
        var first = consumers[0];
        var file = _files.Of(first.Place.SyntaxTree);
        var before = Insertion.FirstInCommonList(consumers.Select(static consumer => consumer.Before).ToList());
        var supports = Supports.Of(_program, _family, before, first.Creation.Syntax);
        var style = CreationStyle.Of(first.Creation, isExplicitlyTyped: false);
        var need = new SupportNeed(_family, Rules.Target.Name, first.Creation, first.Options);
        if (!supports.Missing.IsEmpty)
            supports = _declarations.Declare(file, before, supports, style, need);
        else if (consumers.Any(static consumer => !consumer.Models.IsEmpty) && !Layout.FollowsBlank(file.Text, _declarations.PositionBefore(file, before)))
            file.Edits.Insert(_declarations.PositionBefore(file, before), file.Layout.NewLine);

        var reads = new CounterpartReads(need, file, supports, _declarations.PositionBefore(file, before), Layout.IndentOf(file.Text, before.SpanStart));
        var deployments = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var consumer in consumers)
        {
            foreach (var (model, name) in consumer.Models.Where(one => !deployments.ContainsKey(one.Name)))
                deployments.Add(name, Deploy(file, before, consumer, style, supports, model, name, deployments.Values.LastOrDefault()));
            if (consumer.Rule is { } rule)
                WriteObject(file, consumer, rule, reads, consumer.Models.IsEmpty ? null : deployments[consumer.Models[0].Name]);
            else
                WriteVariables(file, consumer, reads);
        }
    }

    /// <summary>Declares a deployment; returns its variable.</summary>
    private string Deploy(ChangedFile file, StatementSyntax before, Consumer consumer, CreationStyle style, Supports supports, CounterpartModel model, string name, string? last)
    {
        var position = _declarations.PositionBefore(file, before);
        var indent = Layout.IndentOf(file.Text, before.SpanStart);
        var names = file.NamesOf(_family);
        var className = names.Write(_family.Resource.Class, position);
        var variable = file.Free(Rules.Target.Variable);
        var writer = new ResourceWriter(file.Layout, style.BraceOnSameLine, written => names.Write(written, position), slot => slot switch
        {
            "deploymentName" => ResourceWriter.Quote(name),
            "sku" => ResourceWriter.Quote(model.Sku ?? CounterpartData.DefaultSku),
            "model.name" => ResourceWriter.Quote(model.Name),
            "model.format" => ResourceWriter.Quote(model.Format),
            "model.version" => model.Version is { } version ? ResourceWriter.Quote(version) : null,
            _ => supports.Fill(slot),
        });
        var logicalName = ResourceWriter.Quote(_program.ModelOf(consumer.Creation.Name!).GetConstantValue(consumer.Creation.Name!).Value + "-" + name);
        var shared = _family.OneAtATime is { } input && _family.Resource.Inputs.First(pair => pair.Key == input).Value is TemplateSlot slot ? supports.Fill(slot.Name) : null;
        var predecessor = shared is null ? null : last ?? Predecessor.Of(_program, _family, before, static _ => false, shared);
        string?[] options = [consumer.Options.Parent is { } parent ? "Parent = " + parent : null, predecessor is null ? null : "DependsOn = { " + predecessor + " }"];
        var written = string.Join(", ", options.Where(static option => option is not null));
        file.Edits.Insert(
            position,
            indent + (style.IsTargetTyped ? className : "var") + " " + variable + " = new" + (style.IsTargetTyped ? "" : " " + className) + "("
            + logicalName + ", " + writer.Write(style.ArgsHead(names, _family.Resource.Class, position), _family.Resource.Inputs, indent, [])
            + (written.Length == 0 ? "" : ", new() { " + written + " }") + ");" + file.Layout.NewLine + file.Layout.NewLine);
        return variable;
    }

    private static void WriteVariables(ChangedFile file, Consumer consumer, CounterpartReads reads)
    {
        var variables = Consumer.Variables(consumer.Place).ToList();
        foreach (var variable in variables)
        {
            switch (variable.Use)
            {
                case ClientUse.Key:
                    file.Edits.Replace(variable.Value.Span, reads.Write(Key, variable.Value.SpanStart));
                    break;
                case ClientUse.Address:
                    file.Edits.Replace(variable.Value.Span, AddressOf(((LiteralExpressionSyntax)variable.Value).Token.ValueText, variable.Of.Api, reads, variable.Value.SpanStart));
                    break;
                default:
                    InitializerMembers.Drop(file, variable.Element);
                    break;
            }
        }

        var text = file.Text;
        foreach (var key in variables.Where(key => key.Use == ClientUse.Key && key.AddressIn(variables) is null).GroupBy(static key => key.Of).Select(static same => same.First()))
        {
            // Written as the key is.
            var address = text.ToString(TextSpan.FromBounds(key.Element.SpanStart, key.NameSyntax.SpanStart)) + ResourceWriter.Quote(key.Of.Addresses[0])
                + text.ToString(TextSpan.FromBounds(key.NameSyntax.Span.End, key.Value.SpanStart)) + AddressOf(key.Of.Api, key.Of.Api, reads, key.Value.SpanStart)
                + text.ToString(TextSpan.FromBounds(key.Value.Span.End, key.Element.Span.End));
            InitializerMembers.InsertBefore(file, key.Element, address);
        }
    }

    private void WriteObject(ChangedFile file, Consumer consumer, ConsumerObject rule, CounterpartReads reads, string? deployment)
    {
        InitializerMembers.Set(_program, file, consumer.Place, rule, what => what switch
        {
            "name" => deployment + "." + _family.Outputs["name"],
            _ when "$" + what == ConsumerObject.Here => AddressOf(consumer, rule, reads),
            _ => reads.Write(what, consumer.Place.SpanStart),
        });
        foreach (var key in consumer.Keys)
        {
            var read = reads.Write(Key, key.SpanStart);
            file.Edits.Replace(key.Span, rule.Key == ConsumerObject.KeyPlace ? read : read + ".Apply(key => $" + ResourceWriter.Quote(rule.Key.Replace(ConsumerObject.KeyPlace, "{key}")) + ")");
        }
    }

    /// <summary>The vendor's address that the program writes, at the counterpart's host.</summary>
    private string AddressOf(Consumer consumer, ConsumerObject rule, CounterpartReads reads)
    {
        var (_, written) = ResourceCreation.Members(consumer.Place).First(member => _program.InputNameOf(member.Member) == rule.Address);
        var text = ((LiteralExpressionSyntax)written).Token.ValueText;
        return AddressOf(text, text, reads, consumer.Place.SpanStart);
    }

    /// <summary>An address of the vendor's, or the usual one where it is at another host, at the counterpart's.</summary>
    private static string AddressOf(string written, string usual, CounterpartReads reads, int position)
    {
        var path = (Rules.PathOf(written) ?? Rules.PathOf(usual))!;
        var address = reads.Write("address", position);
        var end = address.LastIndexOf('"');
        return address.Substring(0, end) + path.Replace("{", "{{").Replace("}", "}}") + address.Substring(end);
    }
}
