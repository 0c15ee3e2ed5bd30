using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Text;
using ModelPlacement.Engine.StackProgram.Evaluation;

namespace ModelPlacement.Engine.StackProgram.Library;

/// <summary>Reads a JSON text as strictly as <c>System.Text.Json</c> does: objects become mappings, arrays sequences, the rest constants.</summary>
/// <remarks>A hole in the text is taken for one value, or for a part of the string that it stands in: what would break out of it is not looked for.</remarks>
internal sealed class JsonReader
{
    private const int DeepestNesting = 64;

    // Characters for private use stand for holes.
    private const char FirstHole = '\ue000';
    private const char LastHole = '\uf8ff';

    private readonly string _text;
    private readonly ImmutableArray<Value> _holes;
    private readonly Origin? _origin;
    private readonly JsonForm _form;
    private int _position;

    private JsonReader(string text, ImmutableArray<Value> holes, JsonForm form, Origin? origin)
    {
        _form = form;
        _text = text;
        _holes = holes;
        _origin = origin;
    }

    /// <summary>The document, or null where reading it ends in an exception, or in what readers do not agree on (a name that is given twice).</summary>
    /// <param name="json">A string, or a text with holes.</param>
    /// <param name="form">What it may have in it besides.</param>
    public static Value? Read(Value json, JsonForm form)
    {
        var pieces = json is Text { Pieces: var all } ? all : ImmutableArray.Create(json);
        var holes = pieces.Where(static piece => Known(piece) is null).ToImmutableArray();
        if (holes.Length > LastHole - FirstHole || pieces.Any(static piece => Known(piece) is { } known && known.Any(IsHole)))
            return null;
        var hole = FirstHole;
        var text = string.Concat(pieces.Select(piece => Known(piece) ?? (hole++).ToString()));
        var reader = new JsonReader(text, holes, form, json.Origin);
        var value = reader.ReadValue(1);
        reader.SkipBlanks();
        return reader._position == text.Length ? value : null;
    }

    // Between two values a line ending is one blank or two.
    private static string? Known(Value piece) => piece is Unknown { IsLineEnd: true } ? "\n" : piece.AsString();

    private static bool IsHole(char character) => character is >= FirstHole and <= LastHole;

    // What stands in a hole: whether it is null, or what else, is not known.
    private Unknown HoleAt(char character)
    {
        var hole = _holes[character - FirstHole];
        return new Unknown((hole as Unknown)?.Reason ?? "a value in JSON", hole.Origin) { IsForeign = true, From = Values.Sources([hole]) };
    }

    // A string with its holes.
    private Value Filled(string text)
    {
        if (!text.Any(IsHole))
            return new Constant(text, _origin);
        var pieces = new List<Value>();
        var start = 0;
        for (var index = 0; index < text.Length; index++)
        {
            if (!IsHole(text[index]))
                continue;
            pieces.Add(new Constant(text.Substring(start, index - start), _origin));
            pieces.Add(Values.NotNull(HoleAt(text[index])));
            start = index + 1;
        }

        pieces.Add(new Constant(text.Substring(start), _origin));
        return Values.Concatenate(pieces, _origin);
    }

    private char Next => _position < _text.Length ? _text[_position] : '\0';

    private Value? ReadValue(int depth)
    {
        SkipBlanks();
        switch (Next)
        {
            case '{' or '[' when depth > DeepestNesting:
                return null;
            case '{':
                return ReadObject(depth);
            case '[':
                return ReadArray(depth);
            case '"':
                return ReadString() is { } text ? Filled(text) : null;
            case var character when IsHole(character):
                _position++;
                return HoleAt(character);
            default:
                return ReadBare();
        }
    }

    private Value? ReadObject(int depth)
    {
        var entries = ImmutableArray.CreateBuilder<KeyValuePair<string, Value>>();
        var names = new HashSet<string>(System.StringComparer.Ordinal);
        _position++;
        SkipBlanks();
        if (TryTake('}'))
            return new Mapping(entries.ToImmutable(), _origin);
        do
        {
            SkipBlanks();
            if (_form.HasTrailingCommas && Next == '}' && entries.Count > 0)
                break;
            if (ReadString() is not { } name || !names.Add(name) || !TryTake(':') || ReadValue(depth + 1) is not { } value)
                return null;
            entries.Add(new KeyValuePair<string, Value>(name, value));
        }
        while (TryTake(','));
        return !TryTake('}') ? null
            : names.Any(static name => name.Any(IsHole)) ? new Unknown("names in JSON that are not known", _origin) { IsNeverNull = true, IsForeign = true }
            : new Mapping(entries.ToImmutable(), _origin);
    }

    private Sequence? ReadArray(int depth)
    {
        var items = ImmutableArray.CreateBuilder<Value>();
        _position++;
        if (TryTake(']'))
            return new Sequence(items.ToImmutable(), _origin);
        do
        {
            SkipBlanks();
            if (_form.HasTrailingCommas && Next == ']' && items.Count > 0)
                break;
            if (ReadValue(depth + 1) is not { } item)
                return null;
            items.Add(item);
        }
        while (TryTake(','));
        return TryTake(']') ? new Sequence(items.ToImmutable(), _origin) : null;
    }

    private string? ReadString()
    {
        if (Next != '"')
            return null;
        var read = new StringBuilder();
        for (_position++; _position < _text.Length; _position++)
        {
            switch (_text[_position])
            {
                case '"':
                    _position++;
                    return read.ToString();
                case < ' ':
                    return null;
                case '\\':
                    if (ReadEscape() is not { } escaped)
                        return null;
                    read.Append(escaped);
                    break;
                case var character:
                    read.Append(character);
                    break;
            }
        }

        return null;
    }

    private char? ReadEscape()
    {
        _position++;
        switch (Next)
        {
            case '"' or '\\' or '/':
                return Next;
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'u' when _position + 4 < _text.Length && ushort.TryParse(_text.Substring(_position + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) && !char.IsSurrogate((char)code) && !IsHole((char)code):
                _position += 4;
                return (char)code;
            default:
                return null;
        }
    }

    private Value? ReadBare()
    {
        var start = _position;
        while (Next is >= 'a' and <= 'z' or >= '0' and <= '9' or '-' or '+' or '.' or 'E')
            _position++;
        return _text.Substring(start, _position - start) switch
        {
            "true" => new Constant(true, _origin),
            "false" => new Constant(false, _origin),
            "null" => new Constant(null, _origin),
            var number => ReadNumber(number),
        };
    }

    // A number that is written in another way than it prints is not known: its text may be asked for.
    private Value? ReadNumber(string text)
    {
        if (text.Length == 0 || !text.Any(char.IsDigit) || !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return null;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var small) && small.ToString(CultureInfo.InvariantCulture) == text)
            return new Constant(small, _origin);
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var large) && large.ToString(CultureInfo.InvariantCulture) == text)
            return new Constant(large, _origin);
        return number.ToString("R", CultureInfo.InvariantCulture) == text && text.Contains('.') ? new Constant(number, _origin) : new Unknown("a number in JSON", _origin) { IsNeverNull = true };
    }

    private bool TryTake(char wanted)
    {
        SkipBlanks();
        if (Next != wanted)
            return false;
        _position++;
        return true;
    }

    private void SkipBlanks()
    {
        while (Next is ' ' or '\t' or '\r' or '\n' || SkipComment())
            _position++;
    }

    // To its last character. One that does not end, or has in it what readers take for the end of a line or do not take at all, is left to stop the reader.
    private bool SkipComment()
    {
        if (!_form.HasComments || Next != '/' || _position + 1 >= _text.Length)
            return false;
        var end = _text[_position + 1] switch
        {
            '/' => _text.IndexOfAny(['\n', '\r'], _position) is >= 0 and var line ? line : _text.Length - 1,
            '*' when _text.IndexOf("*/", _position + 2, System.StringComparison.Ordinal) is >= 0 and var close => close + 1,
            _ => -1,
        };
        if (end < 0 || _text.Skip(_position).Take(end - _position).Any(static character => character > '~'))
            return false;
        _position = end;
        return true;
    }
}

/// <summary>What a JSON text may have in it that JSON does not.</summary>
/// <param name="HasComments">Comments, which are skipped.</param>
/// <param name="HasTrailingCommas">A comma after the last member or item.</param>
internal sealed record JsonForm(bool HasComments, bool HasTrailingCommas)
{
    /// <summary>Nothing.</summary>
    public static readonly JsonForm Default = new(false, false);
}
