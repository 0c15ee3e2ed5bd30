using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ModelPlacement.CodeFixes.Program;

namespace ModelPlacement.CodeFixes.Writing;

/// <summary>The files of a project that one step changes.</summary>
internal sealed class ChangedFiles
{
    private readonly ProgramView _program;
    private readonly Dictionary<SyntaxTree, ChangedFile> _files = new();

    public ChangedFiles(ProgramView program) => _program = program;

    /// <summary>What is written into a file so far.</summary>
    public ChangedFile Of(SyntaxTree tree)
    {
        if (!_files.TryGetValue(tree, out var file))
            _files.Add(tree, file = new ChangedFile(_program, (CompilationUnitSyntax)tree.GetRoot()));
        return file;
    }

    /// <summary>The solution with what was written, and without what is gone and the usings that only that needed.</summary>
    public Solution Apply(GoneSyntax gone)
    {
        foreach (var going in gone.Declarations.GroupBy(static node => node.SyntaxTree))
        {
            var file = Of(going.Key);
            Removal.Write(file.Edits, file.Text, file.Layout, going.Where(node => node.Parent is null || !gone.IsGone(node.Parent)));
        }

        var solution = _program.Project.Solution;
        foreach (var file in _files.Values)
        {
            UsingDirectives.Write(file.Edits, file.Text, file.Layout, file.Root, file.Usings, UsingDirectives.Unneeded(_program, file.Root, gone, new HashSet<string>(file.Kept, StringComparer.Ordinal)));
            if (!file.Edits.IsEmpty && solution.GetDocumentId(file.Root.SyntaxTree) is { } document)
                solution = solution.WithDocumentText(document, file.Edits.ApplyTo(file.Text));
        }

        return solution;
    }
}
