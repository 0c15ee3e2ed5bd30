using System.Collections.Generic;
using System.Collections.Immutable;
using System.Text;
using ModelPlacement.Engine.StackProgram;

namespace ModelPlacement.Engine.Placement.Documents;

/// <summary>
/// A string value as characters that a parser can read, whatever holes it has: each hole stands as one private-use character, and
/// <see cref="Restore"/> turns what the parser cut out back into a value, with the origin of the piece it was cut from.
/// </summary>
internal sealed class PiecedText
{
    private const char FirstHole = '\uE000';
    private const char LastHole = '\uF8FF';

    private readonly List<Value> _holes = new();
    private readonly List<(int Start, Origin? Origin)> _pieces = new();
    private readonly Origin? _origin;

    private PiecedText(Value value)
    {
        _origin = value.Origin;
        var characters = new StringBuilder();
        foreach (var piece in value is Text text ? text.Pieces : ImmutableArray.Create(value))
        {
            _pieces.Add((characters.Length, piece.Origin ?? value.Origin));
            if (piece.AsString() is { } known)
                Append(characters, known);
            else if (piece is Unknown { IsLineEnd: true })
                characters.Append('\n');
            else
                AppendHole(characters, piece);
        }

        Characters = characters.ToString();
    }

    /// <summary>The text, holes included.</summary>
    public string Characters { get; }

    /// <summary>The value as text, or null where it is neither a known string nor one with known pieces.</summary>
    public static PiecedText? From(Value? value) => value is Text || value?.AsString() is not null ? new PiecedText(value!) : null;

    public static bool IsHole(char character) => character is >= FirstHole and <= LastHole;

    public static bool HasHole(string characters)
    {
        foreach (var character in characters)
        {
            if (IsHole(character))
                return true;
        }

        return false;
    }

    /// <summary>The value of characters that a parser cut out at a position of <see cref="Characters"/>.</summary>
    public Value Restore(string characters, int position)
    {
        var origin = OriginAt(position);
        if (!HasHole(characters))
            return new Constant(characters, origin);
        if (characters.Length == 1)
            return Hole(characters[0]);

        var pieces = ImmutableArray.CreateBuilder<Value>();
        var known = new StringBuilder();
        foreach (var character in characters)
        {
            if (!IsHole(character))
            {
                known.Append(character);
            }
            else if (Hole(character).AsString() is { } text)
            {
                known.Append(text);
            }
            else
            {
                Flush();
                pieces.Add(Hole(character));
            }
        }

        Flush();
        return pieces.Count == 1 && pieces[0] is Constant ? pieces[0].WithOrigin(origin) : new Text(pieces.ToImmutable(), origin);

        void Flush()
        {
            if (known.Length > 0)
                pieces.Add(new Constant(known.ToString(), origin));
            known.Clear();
        }
    }

    /// <summary>Where the piece that covers a position came from.</summary>
    public Origin? OriginAt(int position)
    {
        var low = 0;
        var high = _pieces.Count - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (_pieces[middle].Start <= position)
                low = middle;
            else
                high = middle - 1;
        }

        return high < 0 ? _origin : _pieces[low].Origin ?? _origin;
    }

    private Value Hole(char character) =>
        character - FirstHole < _holes.Count ? _holes[character - FirstHole] : new Unknown("budget: too many unknown pieces in one text", _origin);

    // A private-use character of the program's own text would read as a hole: it becomes one whose value is known.
    private void Append(StringBuilder characters, string known)
    {
        foreach (var character in known)
        {
            if (IsHole(character))
                AppendHole(characters, new Constant(character.ToString(), _origin));
            else
                characters.Append(character);
        }
    }

    private void AppendHole(StringBuilder characters, Value hole)
    {
        if (_holes.Count > LastHole - FirstHole - 1)
        {
            characters.Append(LastHole);
            return;
        }

        characters.Append((char)(FirstHole + _holes.Count));
        _holes.Add(hole);
    }
}
