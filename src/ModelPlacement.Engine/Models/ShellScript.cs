using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;

namespace ModelPlacement.Engine.Models;

/// <summary>A word of a command line.</summary>
/// <param name="Text">What it is once quotes are gone and variables are in place; <see cref="WorkloadSource.UnknownPiece"/> stands for what is not known.</param>
/// <param name="Line">Line of the script, counted from 1; 0 where it stands in none.</param>
/// <param name="Argument">Index of the workload's argument that holds it, or null.</param>
internal sealed record CommandWord(string Text, int Line = 0, int? Argument = null);

/// <summary>One simple command, with the variables set for it alone.</summary>
internal sealed record ShellCommand(ImmutableArray<CommandWord> Words, ImmutableArray<KeyValuePair<string, string>> Assignments);

/// <summary>A here-document: text that the script feeds to a command or writes to a file.</summary>
/// <param name="Text">The text, with variables in place where its delimiter is not quoted.</param>
/// <param name="Line">Line of the script before its first.</param>
/// <param name="Command">The command it is fed to.</param>
/// <param name="Path">The file it is written to, or null.</param>
internal sealed record HereDocument(string Text, int Line, ImmutableArray<CommandWord> Command, string? Path);

/// <summary>
/// Reads a shell script for the commands it would run, without running any: quotes, variables, here-documents, loops over known words. Branches are all
/// taken. One pass, so time is linear in the script; what it writes is bounded.
/// </summary>
internal sealed class ShellScript
{
    private const int MostCommands = 4000;
    private const int MostAlternatives = 16;
    private const int LongestWord = 8192;
    private const int MostPieces = 256;
    private const int MostWords = 2000;
    private const int DeepestExpansion = 4;

    private static readonly string Unknown = WorkloadSource.UnknownPiece.ToString();

    private static readonly ImmutableHashSet<string> Openers = ImmutableHashSet.Create(StringComparer.Ordinal, "if", "case", "while", "until", "select");
    private static readonly ImmutableHashSet<string> Closers = ImmutableHashSet.Create(StringComparer.Ordinal, "fi", "esac", "done");
    private static readonly ImmutableHashSet<string> Connectors = ImmutableHashSet.Create(StringComparer.Ordinal, "then", "else", "elif", "do", "!", "{", "}", "in");
    private static readonly ImmutableHashSet<string> Declarations =
        ImmutableHashSet.Create(StringComparer.Ordinal, "export", "declare", "local", "readonly", "typeset", "set", "setx");

    private readonly string _text;
    private readonly int _firstLine;
    private readonly Dictionary<string, IReadOnlyList<string>> _variables;
    private readonly List<ShellCommand> _commands = [];
    private readonly List<HereDocument> _hereDocuments = [];
    private readonly List<(string Delimiter, bool IsQuoted, bool StripsTabs)> _pending = [];
    private readonly List<Word> _words = [];
    private string? _redirectedTo;
    private int _position;
    private int _line;
    private int _depth;

    /// <summary>Whether the expansion just read was of all items of an array, which stay words of their own even inside quotes.</summary>
    private bool _isSpread;

    private ShellScript(string text, int firstLine, Dictionary<string, IReadOnlyList<string>> variables)
    {
        _text = text;
        _firstLine = firstLine;
        _line = firstLine;
        _variables = variables;
    }

    public IReadOnlyList<ShellCommand> Commands => _commands;

    public IReadOnlyList<HereDocument> HereDocuments => _hereDocuments;

    /// <summary>Reads a script. Variables it sets are left in <paramref name="variables"/>, each with the values it may have.</summary>
    public static ShellScript Read(string text, int firstLine, Dictionary<string, IReadOnlyList<string>> variables)
    {
        var script = new ShellScript(text, firstLine, variables);
        script.ReadAll();
        return script;
    }

    /// <summary>A text with variables in place, as in a here-document; one that may have several values is not known there.</summary>
    public static string Expand(string text, Dictionary<string, IReadOnlyList<string>> variables) => new ShellScript(text, 1, variables).ExpandAll(text);

    private void ReadAll()
    {
        while (_position < _text.Length && _commands.Count < MostCommands)
        {
            var character = _text[_position];
            switch (character)
            {
                case '\n':
                    EndOfLine();
                    break;
                case ' ' or '\t' or '\r':
                    _position++;
                    break;
                case '\\' when Next() is '\n' or '\r':
                    _position += Next() == '\r' && At(2) == '\n' ? 3 : 2;
                    _line++;
                    break;
                case '#':
                    SkipLine();
                    break;
                case ';' or '&' or '|' or '(' or ')':
                    EndCommand();
                    _position++;
                    break;
                case '<' or '>':
                    ReadRedirection();
                    break;
                default:
                    var word = ReadWord();
                    if (!IsDescriptor(word) && _words.Count < MostWords)
                        _words.Add(word);
                    break;
            }
        }

        EndCommand();
    }

    private char Next() => At(1);

    private char At(int offset) => _position + offset < _text.Length ? _text[_position + offset] : '\0';

    private void SkipLine()
    {
        var end = _text.IndexOf('\n', _position);
        _position = end < 0 ? _text.Length : end;
    }

    private void EndOfLine()
    {
        var command = Words().FirstOrDefault();
        var path = _redirectedTo ?? TeeTarget(command);
        EndCommand();
        _position++;
        _line++;
        foreach (var (delimiter, isQuoted, stripsTabs) in _pending)
            ReadHereDocument(delimiter, isQuoted, stripsTabs, command, path);
        _pending.Clear();
    }

    private static string? TeeTarget(ImmutableArray<CommandWord> command)
    {
        if (command.IsDefault)
            return null;
        var tee = command.Select(static word => word.Text).SkipWhile(static word => !string.Equals(word, "tee", StringComparison.Ordinal)).Skip(1);
        return tee.FirstOrDefault(static word => !word.StartsWith("-", StringComparison.Ordinal));
    }

    private void ReadHereDocument(string delimiter, bool isQuoted, bool stripsTabs, ImmutableArray<CommandWord> command, string? path)
    {
        var before = _line - 1;
        var body = new StringBuilder();
        while (_position < _text.Length)
        {
            var end = _text.IndexOf('\n', _position);
            end = end < 0 ? _text.Length : end;
            var line = _text.Substring(_position, end - _position).TrimEnd('\r');
            _position = Math.Min(end + 1, _text.Length);
            _line++;
            if (stripsTabs)
                line = line.TrimStart('\t');
            if (string.Equals(line.Trim(), delimiter, StringComparison.Ordinal))
                break;
            body.Append(line).Append('\n');
        }

        var text = body.ToString();
        _hereDocuments.Add(new HereDocument(isQuoted ? text : ExpandAll(text), before, command.IsDefault ? ImmutableArray<CommandWord>.Empty : command, path));
    }

    private void ReadRedirection()
    {
        if (_text[_position] == '<' && Next() == '<' && At(2) != '<')
        {
            _position += 2;
            var stripsTabs = At(0) == '-';
            if (stripsTabs)
                _position++;
            SkipBlanks();
            var isQuoted = At(0) is '\'' or '"' or '\\';
            var delimiter = ReadWord().Alternatives(MostAlternatives)[0];
            _pending.Add((delimiter, isQuoted, stripsTabs));
            return;
        }

        var writes = _text[_position] == '>';
        while (At(0) is '<' or '>' or '&')
            _position++;
        SkipBlanks();
        if (_position >= _text.Length || At(0) is '\n' or ';' or '|' or '(' or ')')
            return;
        var target = ReadWord().Alternatives(MostAlternatives)[0];
        if (writes && target.Length > 0 && !char.IsDigit(target[0]))
            _redirectedTo = target;
    }

    private void SkipBlanks()
    {
        while (At(0) is ' ' or '\t')
            _position++;
    }

    /// <summary>The <c>2</c> of <c>2&gt;&amp;1</c>.</summary>
    private bool IsDescriptor(Word word) =>
        At(0) is '<' or '>' && word.Alternatives(1)[0] is { Length: 1 } text && char.IsDigit(text[0]);

    private Word ReadWord()
    {
        var word = new Word(_line);
        var literal = new StringBuilder();
        while (_position < _text.Length)
        {
            var character = _text[_position];
            if (character is ' ' or '\t' or '\n' or '\r' or ';' or '&' or '|' or ')' or '<' or '>')
                break;
            if (character == '(')
            {
                // Only an array's value may follow a word directly: ARGS=(--model x).
                if (literal.Length > 1 && literal[literal.Length - 1] == '=' && word.IsEmpty)
                    word.AddText(literal.ToString() + (literal[literal.Length - 2] == '+' ? " " : "") + ReadArray());
                else
                    word.AddText(literal.ToString());
                return word;
            }

            switch (character)
            {
                case '\'':
                    ReadSingleQuoted(literal);
                    word.IsQuoted = true;
                    break;
                case '"':
                    ReadDoubleQuoted(word, literal);
                    word.IsQuoted = true;
                    break;
                case '\\':
                    if (Next() == '\n' || (Next() == '\r' && At(2) == '\n'))
                    {
                        _position += Next() == '\n' ? 2 : 3;
                        _line++;
                    }
                    else
                    {
                        literal.Append(Next() == '\0' ? '\\' : Next());
                        _position += 2;
                    }

                    break;
                case '$' or '`':
                    word.AddText(literal.ToString());
                    literal.Clear();
                    AddExpansion(word);
                    break;
                default:
                    literal.Append(character);
                    _position++;
                    break;
            }
        }

        word.AddText(literal.ToString());
        return word;
    }

    private void ReadSingleQuoted(StringBuilder literal)
    {
        var end = _text.IndexOf('\'', _position + 1);
        end = end < 0 ? _text.Length : end;
        var quoted = _text.Substring(_position + 1, end - _position - 1);
        _line += quoted.Count(static character => character == '\n');
        literal.Append(quoted);
        _position = Math.Min(end + 1, _text.Length);
    }

    private void ReadDoubleQuoted(Word word, StringBuilder literal)
    {
        _position++;
        while (_position < _text.Length && _text[_position] != '"')
        {
            switch (_text[_position])
            {
                case '\\' when Next() is '"' or '\\' or '$' or '`':
                    literal.Append(Next());
                    _position += 2;
                    break;
                case '\\' when Next() == '\n':
                    _position += 2;
                    _line++;
                    break;
                case '$' or '`' when !(_text[_position] == '$' && Next() == '"'):
                    word.AddText(literal.ToString());
                    literal.Clear();
                    AddExpansion(word);
                    break;
                default:
                    if (_text[_position] == '\n')
                        _line++;
                    literal.Append(_text[_position]);
                    _position++;
                    break;
            }
        }

        _position = Math.Min(_position + 1, _text.Length);
    }

    private void AddExpansion(Word word)
    {
        _isSpread = false;
        word.AddExpansion(ReadExpansion(DeepestExpansion));
        word.IsSpread |= _isSpread;
    }

    private string ReadArray()
    {
        _position++;
        var items = new List<string>();
        while (_position < _text.Length && _text[_position] != ')')
        {
            if (_text[_position] is ' ' or '\t' or '\r' or '\n' or ';' or '&' or '|' or '<' or '>' or '(')
            {
                if (_text[_position] == '\n')
                    _line++;
                _position++;
            }
            else
            {
                items.Add(ReadWord().Alternatives(1)[0]);
            }
        }

        _position = Math.Min(_position + 1, _text.Length);
        return string.Join(" ", items);
    }

    /// <summary>What a <c>$</c> or backtick at the position stands for: the values it may have.</summary>
    private IReadOnlyList<string> ReadExpansion(int nesting)
    {
        if (_text[_position] == '`')
        {
            var end = _text.IndexOf('`', _position + 1);
            SkipTo(end < 0 ? _text.Length : end + 1);
            return [Unknown];
        }

        switch (Next())
        {
            case '(':
                SkipSubstitution();
                return [Unknown];
            case '{':
                return ReadBraced(nesting);
            case '\'':
                _position++;
                var quoted = new StringBuilder();
                ReadSingleQuoted(quoted);
                return [quoted.ToString()];
            case '"':
                _position++;
                return [""];
            case var first when IsNameStart(first):
                var start = ++_position;
                while (IsNamePart(At(0)))
                    _position++;
                return Lookup(_text.Substring(start, _position - start));
            case '@' or '*' or '#' or '?' or '$' or '!' or '-' or (>= '0' and <= '9'):
                _position += 2;
                return [Unknown];
            default:
                _position++;
                return ["$"];
        }
    }

    private void SkipTo(int position)
    {
        for (; _position < position; _position++)
        {
            if (_text[_position] == '\n')
                _line++;
        }
    }

    private void SkipSubstitution()
    {
        var depth = 0;
        var position = _position + 1;
        for (; position < _text.Length; position++)
        {
            if (_text[position] == '(')
                depth++;
            else if (_text[position] == ')' && --depth == 0)
                break;
        }

        SkipTo(Math.Min(position + 1, _text.Length));
    }

    /// <summary><c>${name}</c>, <c>${name:-otherwise}</c>, <c>${name[@]}</c>; the value is not known with any other operator.</summary>
    private IReadOnlyList<string> ReadBraced(int nesting)
    {
        var start = _position + 2;
        var depth = 0;
        var end = _position + 1;
        for (; end < _text.Length && _text[end] != '\n'; end++)
        {
            if (_text[end] == '{')
                depth++;
            else if (_text[end] == '}' && --depth == 0)
                break;
        }

        var inside = _text.Substring(start, Math.Max(0, Math.Min(end, _text.Length) - start));
        SkipTo(Math.Min(end + 1, _text.Length));

        var length = 0;
        while (length < inside.Length && IsNamePart(inside[length]))
            length++;
        var name = inside.Substring(0, length);
        var rest = inside.Substring(length);
        if (name.Length == 0)
            return [Unknown];
        _isSpread = rest is "[@]" or "[*]";
        if (rest.Length == 0 || _isSpread)
            return Lookup(name);

        var otherwise = rest.StartsWith(":-", StringComparison.Ordinal) || rest.StartsWith(":=", StringComparison.Ordinal) ? rest.Substring(2)
            : rest[0] is '-' or '=' ? rest.Substring(1)
            : null;
        if (otherwise is null)
            return [Unknown];
        if (_variables.TryGetValue(name, out var values))
            return values;
        return nesting == 0 ? [Unknown] : [Expand(Unquoted(otherwise), nesting - 1)];
    }

    private static string Unquoted(string text) =>
        text.Length > 1 && text[0] is '"' or '\'' && text[text.Length - 1] == text[0] ? text.Substring(1, text.Length - 2) : text;

    private IReadOnlyList<string> Lookup(string name) => _variables.TryGetValue(name, out var values) ? values : [Unknown];

    private string ExpandAll(string text) => Expand(text, DeepestExpansion);

    /// <summary>A text with its variables in place; one that may have several values is not known there.</summary>
    private string Expand(string text, int nesting)
    {
        if (text.IndexOf('$') < 0)
            return text;
        var expanded = new ShellScript(text, _firstLine, _variables);
        var result = new StringBuilder();
        while (expanded._position < text.Length && result.Length < (LongestWord * 32))
        {
            switch (text[expanded._position])
            {
                case '\\' when expanded.Next() is '$' or '`' or '\\':
                    result.Append(expanded.Next());
                    expanded._position += 2;
                    break;
                case '$':
                    var values = expanded.ReadExpansion(nesting);
                    result.Append(values.Count == 1 ? values[0] : Unknown);
                    break;
                default:
                    result.Append(text[expanded._position]);
                    expanded._position++;
                    break;
            }
        }

        return result.ToString();
    }

    private void EndCommand()
    {
        if (_words.Count > 0)
        {
            var first = _words.FindIndex(static word => !Connectors.Contains(word.Alternatives(1)[0]));
            if (first >= 0 && string.Equals(_words[first].Alternatives(1)[0], "for", StringComparison.Ordinal))
                BeginLoop(first);
            else
                foreach (var words in Words())
                    Take(words);
        }

        _words.Clear();
        _redirectedTo = null;
    }

    /// <summary><c>for name in word word ...</c>: the name may have each value.</summary>
    private void BeginLoop(int first)
    {
        _depth++;
        if (_words.Count < first + 4 || !string.Equals(_words[first + 2].Alternatives(1)[0], "in", StringComparison.Ordinal))
            return;
        var values = _words.Skip(first + 3).SelectMany(static word => word.Split(MostAlternatives)).Take(MostAlternatives + 1).ToArray();
        _variables[_words[first + 1].Alternatives(1)[0]] = values.Length > MostAlternatives ? [Unknown] : values;
    }

    /// <summary>The words of the command, once for each combination of values that its variables may have.</summary>
    private IEnumerable<ImmutableArray<CommandWord>> Words()
    {
        if (_words.Count == 0)
            yield break;
        var rows = new List<List<CommandWord>> { new() };
        foreach (var word in _words)
        {
            var alternatives = word.Alternatives(Math.Max(1, MostAlternatives / rows.Count));
            var next = new List<List<CommandWord>>(rows.Count * alternatives.Count);
            foreach (var row in rows)
            {
                for (var index = 0; index < alternatives.Count; index++)
                {
                    var longer = index == alternatives.Count - 1 ? row : [.. row];
                    if (word.IsBareExpansion)
                        longer.AddRange(Word.Split(alternatives[index]).Select(piece => new CommandWord(piece, word.Line)));
                    else
                        longer.Add(new CommandWord(alternatives[index], word.Line));
                    next.Add(longer);
                }
            }

            rows = next;
        }

        foreach (var row in rows)
            yield return row.ToImmutableArray();
    }

    private void Take(ImmutableArray<CommandWord> words)
    {
        var index = 0;
        for (; index < words.Length; index++)
        {
            var text = words[index].Text;
            if (Openers.Contains(text))
                _depth++;
            else if (Closers.Contains(text))
                _depth = Math.Max(0, _depth - 1);
            else if (!Connectors.Contains(text))
                break;
        }

        var declares = index < words.Length && Declarations.Contains(words[index].Text);
        var assignments = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        for (index += declares ? 1 : 0; index < words.Length; index++)
        {
            if ((Assignment(words[index].Text) ?? Appended(words[index].Text)) is { } assignment)
                assignments.Add(assignment);
            else if (!declares)
                break;
        }

        if (index >= words.Length)
        {
            foreach (var assignment in assignments)
                Set(assignment.Key, assignment.Value);
        }
        else
        {
            _commands.Add(new ShellCommand(words.RemoveRange(0, index), assignments.ToImmutable()));
        }
    }

    internal static KeyValuePair<string, string>? Assignment(string word)
    {
        var equals = word.IndexOf('=');
        if (equals <= 0 || !IsNameStart(word[0]))
            return null;
        for (var index = 1; index < equals; index++)
        {
            if (!IsNamePart(word[index]))
                return null;
        }

        return new KeyValuePair<string, string>(word.Substring(0, equals), word.Substring(equals + 1));
    }

    /// <summary><c>name+=more</c>, as the assignment that it amounts to.</summary>
    private KeyValuePair<string, string>? Appended(string word) =>
        word.IndexOf("+=", StringComparison.Ordinal) is > 0 and var plus && Assignment(word.Remove(plus, 1)) is { } more
            ? new KeyValuePair<string, string>(more.Key, Lookup(more.Key) is [var before] && before.Length + more.Value.Length <= LongestWord ? before + more.Value : Unknown)
            : null;

    /// <summary>In a branch or loop the value before remains possible.</summary>
    private void Set(string name, string value)
    {
        if (_depth > 0 && _variables.TryGetValue(name, out var before))
        {
            var values = before.Concat([value]).Distinct(StringComparer.Ordinal).ToArray();
            _variables[name] = values.Length > MostAlternatives ? [Unknown] : values;
        }
        else
        {
            _variables[name] = [value];
        }
    }

    private static bool IsNameStart(char character) => character is '_' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');

    private static bool IsNamePart(char character) => IsNameStart(character) || character is >= '0' and <= '9';

    /// <summary>A word while it is read: pieces, each with the values it may have.</summary>
    private sealed class Word(int line)
    {
        private readonly List<IReadOnlyList<string>> _pieces = [];
        private bool _hasText;
        private bool _hasExpansion;

        public int Line { get; } = line;

        public bool IsQuoted { get; set; }

        public bool IsSpread { get; set; }

        public bool IsEmpty => _pieces.Count == 0;

        /// <summary>Nothing but a variable without quotes, or an array: the shell splits its value into words.</summary>
        public bool IsBareExpansion => _hasExpansion && !_hasText && (!IsQuoted || IsSpread);

        public void AddText(string text)
        {
            if (text.Length == 0)
                return;
            _hasText = true;
            Add([text]);
        }

        public void AddExpansion(IReadOnlyList<string> values)
        {
            _hasExpansion = true;
            Add(values);
        }

        private void Add(IReadOnlyList<string> values)
        {
            if (_pieces.Count < MostPieces)
                _pieces.Add(values);
            else
                _pieces[MostPieces - 1] = [Unknown];
        }

        public IReadOnlyList<string> Alternatives(int most)
        {
            var texts = new List<string> { "" };
            foreach (var piece in _pieces)
            {
                var values = texts.Count * piece.Count > most ? [Unknown] : piece;
                var longer = new List<string>(texts.Count * values.Count);
                foreach (var text in texts)
                {
                    foreach (var value in values)
                        longer.Add(text.Length + value.Length > LongestWord ? Unknown : text + value);
                }

                texts = longer;
            }

            return texts;
        }

        public IEnumerable<string> Split(int most) => Alternatives(most).SelectMany(text => IsBareExpansion ? Split(text) : [text]);

        public static string[] Split(string text) => text.Split([' ', '\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
    }
}
