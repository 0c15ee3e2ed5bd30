using System;
using System.Collections.Generic;
using System.Linq;

namespace ModelPlacement.Engine.Tests.Models;

/// <summary>Test data written as a table: one row a line, cells divided by <c>|</c>, lines that begin with <c>#</c> are headings.</summary>
internal static class Table
{
    public static IEnumerable<object[]> Rows(string table, int columns) =>
        from line in table.Split('\n')
        let text = line.Trim()
        where text.Length > 0 && !text.StartsWith('#')
        select Cells(text, columns);

    private static object[] Cells(string line, int columns)
    {
        var cells = line.Split('|').Select(static cell => cell.Trim()).ToArray<object>();
        return cells.Length == columns ? cells : throw new FormatException($"{cells.Length} cells instead of {columns} in: {line}");
    }
}
