using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ModelPlacement.Engine.StackProgram;

namespace ModelPlacement.Engine.Placement.Documents;

/// <summary>
/// Reads a JSON string of the program into values. Tolerant: a hole may stand inside a string or in place of a value; comments and trailing
/// commas are passed over; past a syntax error what was read before it is kept.
/// </summary>
internal sealed class JsonText
{
    private const int DeepestNesting = 64;

    private readonly PiecedText _text;
    private readonly string _characters;
    private int _position;
    private bool _broken;

    private JsonText(PiecedText text)
    {
        _text = text;
        _characters = text.Characters;
    }

    /// <summary>The document as values; the value itself where it is no string (already a mapping, a reference); <see cref="Unknown"/> where it is no JSON.</summary>
    public static Value Read(Value value)
    {
        if (PiecedText.From(value) is not { } text)
            return value;
        var reader = new JsonText(text);
        var read = reader.ReadValue(0);
        return read ?? new Unknown("not JSON", value.Origin);
    }

    /// <summary>Whether a text looks like a JSON document (an object or array) at all.</summary>
    public static bool LooksLike(string characters)
    {
        foreach (var character in characters)
        {
            if (!char.IsWhiteSpace(character))
                return character is '{' or '[';
        }

        return false;
    }

    private Value? ReadValue(int depth)
    {
        SkipBlanks();
        if (_position >= _characters.Length || depth > DeepestNesting)
        {
            _broken = true;
            return depth > DeepestNesting ? new Unknown("budget: JSON nested too deep") : null;
        }

        var start = _position;
        switch (_characters[_position])
        {
            case '{':
                return ReadObject(depth);
            case '[':
                return ReadArray(depth);
            case '"':
                return ReadString() is { } characters ? _text.Restore(characters, start + 1) : null;
            default:
                return ReadBare();
        }
    }

    private Mapping ReadObject(int depth)
    {
        var origin = _text.OriginAt(_position);
        var entries = ImmutableArray.CreateBuilder<KeyValuePair<string, Value>>();
        _position++;
        while (!_broken && !TryTake('}'))
        {
            if (TryTake(','))
                continue;
            if (_position < _characters.Length && PiecedText.IsHole(_characters[_position]))
            {
                // Members that only the run will know; those that are written stay readable.
                _position++;
                continue;
            }

            if (ReadString() is not { } name || !TryTake(':'))
            {
                _broken = true;
                break;
            }

            if (ReadValue(depth + 1) is { } value)
                entries.Add(new KeyValuePair<string, Value>(name, value));
        }

        return new Mapping(entries.ToImmutable(), origin);
    }

    private Sequence ReadArray(int depth)
    {
        var origin = _text.OriginAt(_position);
        var items = ImmutableArray.CreateBuilder<Value>();
        _position++;
        while (!_broken && !TryTake(']'))
        {
            if (!TryTake(',') && ReadValue(depth + 1) is { } item)
                items.Add(item);
        }

        return new Sequence(items.ToImmutable(), origin);
    }

    private string? ReadString()
    {
        SkipBlanks();
        if (_position >= _characters.Length || _characters[_position] != '"')
        {
            _broken = true;
            return null;
        }

        var read = new StringBuilder();
        for (_position++; _position < _characters.Length; _position++)
        {
            var character = _characters[_position];
            if (character == '"')
            {
                _position++;
                return read.ToString();
            }

            if (character == '\\' && _position + 1 < _characters.Length)
                read.Append(ReadEscape());
            else
                read.Append(character);
        }

        _broken = true;
        return read.ToString();
    }

    private char ReadEscape()
    {
        var character = _characters[++_position];
        switch (character)
        {
            case 'n':
                return '\n';
            case 't':
                return '\t';
            case 'r':
                return '\r';
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'u' when _position + 4 < _characters.Length
                && ushort.TryParse(_characters.Substring(_position + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code):
                _position += 4;
                return (char)code;
            default:
                return character;
        }
    }

    private Value? ReadBare()
    {
        var start = _position;
        while (_position < _characters.Length && !char.IsWhiteSpace(_characters[_position]) && _characters[_position] is not (',' or '}' or ']' or ':' or '"' or '{' or '['))
            _position++;
        var bare = _characters.Substring(start, _position - start);
        if (bare.Length == 0)
        {
            _broken = true;
            return null;
        }

        if (PiecedText.HasHole(bare))
            return _text.Restore(bare, start);
        var origin = _text.OriginAt(start);
        switch (bare)
        {
            case "true":
                return new Constant(true, origin);
            case "false":
                return new Constant(false, origin);
            case "null":
                return new Constant(null, origin);
        }

        if (ScalarText.Number(bare) is { } number)
            return new Constant(number, origin);
        _broken = true;
        return null;
    }

    private bool TryTake(char wanted)
    {
        SkipBlanks();
        if (_position >= _characters.Length)
        {
            _broken = true;
            return false;
        }

        if (_characters[_position] != wanted)
            return false;
        _position++;
        return true;
    }

    private void SkipBlanks()
    {
        while (_position < _characters.Length)
        {
            if (char.IsWhiteSpace(_characters[_position]) || _characters[_position] == '\uFEFF')
                _position++;
            else if (_characters[_position] == '/' && _position + 1 < _characters.Length && _characters[_position + 1] is '/' or '*')
                SkipComment();
            else
                return;
        }
    }

    private void SkipComment()
    {
        var end = _characters[_position + 1] == '/'
            ? _characters.IndexOf('\n', _position)
            : _characters.IndexOf("*/", _position + 2, System.StringComparison.Ordinal);
        _position = end < 0 ? _characters.Length : end + (_characters[end] == '*' ? 2 : 1);
    }
}
