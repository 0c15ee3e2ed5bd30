using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace ModelPlacement.Engine.Tests.StackProgram.Generated;

/// <summary>The constructs that generated programs are composed of: templates of C# by the kind of what they yield.</summary>
/// <remarks>
/// <para>In a template <c>%text</c> is any expression of that kind, <c>@text</c> a variable that can be assigned, <c>^text</c> the name of a new variable that what follows the template
/// can use, <c>!text</c> one that the template itself can use from <c>~</c> to the next, <c>#a</c> a name of the template's own. A template that begins with a condition in brackets is used only
/// there: <c>[main]</c> where the program can wait for a task, <c>[loop]</c> within a loop.</para>
/// <para><c>%block</c> is some statements, <c>%loop</c> those of a loop that counts its rounds in <c>#i</c>, <c>%final</c> those that may not jump out or wait, <c>%action</c> the body of a
/// function without a result, <c>%textbody</c> of one with a text; <c>%name</c> is the name of a new resource, <c>%jump</c> a way out of where it stands, <c>%call</c> a call of one of the
/// program's methods, <c>%literal</c> a text, <c>%digit</c> a small number.</para>
/// <para>The first template of a kind is the one that a program shrinks to.</para>
/// </remarks>
internal static class ProgramGrammar
{
    private const string Templates = """
        text string
            "a"
            %literal
            %text + %text
            $"{%text}-{%number}"
            %flag ? %text : %text
            %flag ? %text : %text
            %maybe ?? %text
            %text.ToUpperInvariant()
            %text.Trim()
            %text.Replace('-', '_')
            %text.Replace("a", %text, StringComparison.Ordinal)
            %text.Substring(%digit)
            (%text + "xy")[1..]
            %text.PadLeft(3, '0')
            %text.Insert(0, %text)
            %text.Length.ToString()
            %number.ToString("D3", CultureInfo.InvariantCulture)
            string.Join(",", %list)
            string.Join("+", %list.Where(!text =>~ %flag))
            string.Concat(%list)
            string.Format("{0}:{1}", %text, %number)
            %list.FirstOrDefault() ?? %text
            %list.LastOrDefault(!text =>~ %flag) ?? "none"
            %list[0]
            %list[^1]
            %list.ElementAtOrDefault(1) ?? %text
            %list.Aggregate("s", (#s, !text) =>~ Clip(#s + %text))
            %list.Where(!text =>~ %flag).DefaultIfEmpty("empty").First()
            %map.GetValueOrDefault("k", %text)
            %map["k"]
            %map.TryGetValue(%text, out var #v) ? #v : %text
            string.Join(";", %map.Select(#p => #p.Key + "=" + #p.Value))
            %item.Name
            %item.Label
            %item.Note ?? %text
            (%item with { Name = %text }).Name
            %number switch { 0 => %text, > 3 => %text, _ => %text }
            %text switch { "a" => %text, "some" or "b" => %text, { Length: > 4 } => %text, var #v => #v + "!" }
            %item switch { { Size: > 1, Name: var #n } => #n, ("a", _, _) => %text, _ => "other" }
            (%flag, %flag) switch { (true, false) => %text, (false, _) => %text, _ => "both" }
            %mode switch { Mode.Fast => %text, Mode.Slow => %text, _ => "off" }
            %mode.ToString()
            %func(%text)
            %text.Twice(!text =>~ %text)
            new Config().Get("text") ?? %text
            new Config().Get("missing") ?? %text
            new Config().Require("text")
            %pair.Left
            (%text, %number).Item1
            %box.Value
            %box.Describe()
            %box.With(%text).Describe()
            %named.Full()
            %named.Name
            %spot.Place
            nameof(Item)
            @text = Clip(%text)
            @text += "+"
            @maybe ??= %text
            s_text
            s_text = Clip(%text)
            Settings.Shared
            Settings.Shared = Clip(%text)
            new[] { %text, %text }[1]
            %text.Split('-')[0]
            %text.Split('-', 2).Last()
            %text.Wrap()
            %text.Wrap(with: %text)
            Joined(%text, %text, %text)
            Ordered(second: %text, first: %text)
            Recurse(%text, 2)
            new StringBuilder().Append(%text).Append(%number).ToString()
            new Lazy<string>(() => %text).Value
            ((Func<string>)(() => %text))()
            SoonAsync(%text).GetAwaiter().GetResult()
            new { Inner = %text }.Inner
            new Holder<string>(%text).Map(!text =>~ %text).Value
            %call
            %call
        number int
            1
            %digit
            %number + %number
            unchecked(%number * %number)
            %number - 2
            %number % 3
            %number / 2
            %number / (s_count + %digit)
            %number & 6
            %number << 2
            -%number
            %flag ? %number : %number
            %text.Length
            %list.Count
            %map.Count
            @number++
            ++@number
            @number += %number
            int.TryParse(%text, out var #n) ? #n : %number
            Math.Max(%number, %number)
            (int)%mode
            %list.Sum(#x => #x.Length)
            %list.Count(!text =>~ %flag)
            Enumerable.Range(0, 3).Select(!number =>~ %number).Max()
            %item.Size
            %pair.Right
            %box.Writes
            %spot.Weight
            s_count++
            %list.IndexOf(%text)
            %text.IndexOf('-')
            new Config().GetInt32("number") ?? %number
            (int)(%number * 1.5)
        flag bool
            true
            false
            Flag
            Flag
            Flag
            !%flag
            %flag && %flag
            %flag || %flag
            %flag ^ %flag
            %text == %text
            %text != "a"
            %number > %number
            %number == 1
            %number is > 0 and < 4
            %list.Contains(%text)
            %list.Any(!text =>~ %flag)
            %list.All(!text =>~ %flag)
            %list.SequenceEqual(%list)
            %list is [var #h, ..] && #h == %text
            %list.Count > 1
            %map.ContainsKey(%text)
            %text.StartsWith(%text, StringComparison.Ordinal)
            %text.Contains(%text)
            %text.Equals(%text, StringComparison.OrdinalIgnoreCase)
            %text is "a" or "some"
            %maybe is { Length: > 1 }
            %maybe is null
            %maybe is { } #v && #v == %text
            string.IsNullOrEmpty(%maybe)
            %item == %item
            %item is { Size: > 1 }
            %box is Crate { Count: > 1 }
            %named is First
            ReferenceEquals(%box, %box)
            %pair == (%text, %number)
            %spot.Equals(%spot)
            @flag = %flag
            @flag |= %flag
        list List<string>
            new List<string> { %text }
            new List<string> { %text, %text }
            new List<string>()
            (List<string>)[%text, .. %list]
            %list.Select(!text =>~ %text).ToList()
            %list.Where(!text =>~ %flag).ToList()
            Enumerable.Range(0, %digit).Select(!number =>~ %text).ToList()
            %list.OrderBy(#x => #x, StringComparer.Ordinal).ToList()
            %list.OrderByDescending(#x => #x.Length).ToList()
            %list.Distinct().ToList()
            %list.Concat(%list).Take(4).ToList()
            %list.Skip(1).ToList()
            %list.Take(%number).ToList()
            %list.AsEnumerable().Reverse().ToList()
            %list.Append(%text).Take(5).ToList()
            %list.Except(%list).ToList()
            %list.Zip(%list, (#a, #b) => #a + #b).ToList()
            %list.SelectMany(!text =>~ new[] { %text, %text }).Take(4).ToList()
            %list.GroupBy(#x => #x.Length).Select(#g => #g.Key + ":" + string.Join("+", #g)).ToList()
            (from #x in %list where #x != %text select #x + "q").ToList()
            %list.Marked().ToList()
            Counted(%text).ToList()
            %map.Keys.ToList()
            %map.Values.Select(!text =>~ %text).ToList()
            %text.Split('-').ToList()
            %items.Select(#x => #x.Label).ToList()
            %flag ? %list : %list
            new List<string>(%list)
            %item.Tags
            s_list
        map Dictionary<string, string>
            new Dictionary<string, string> { ["k"] = %text }
            new Dictionary<string, string> { ["k"] = %text, [%text] = %text }
            new Dictionary<string, string> { { "k", %text }, { "l", %text } }
            %list.Distinct().ToDictionary(#x => #x, #x => Clip(#x + %text))
            new Dictionary<string, string>(%map)
            %flag ? %map : %map
            %map.Where(#p => #p.Value != %text).ToDictionary(#p => #p.Key, #p => #p.Value)
        item Item
            new Item(%text)
            new Item(%text, %number, %maybe)
            new Item(Note: %maybe, Name: %text)
            %item with { Size = %number }
            %item with { Name = %text, Note = %maybe }
            %flag ? %item : %item
            new Item(%text) { Tags = %list }
            %items[0]
            %items.OrderBy(#x => #x.Size).First()
        items List<Item>
            new List<Item> { %item }
            new List<Item> { %item, %item }
            %list.Select((#x, #y) => new Item(#x, #y)).ToList()
            %items.Where(!item =>~ %flag).ToList()
            %items.Select(!item =>~ %item).ToList()
        maybe string?
            (string?)null
            (string?)%text
            %flag ? %text : null
            %list.FirstOrDefault()
            %list.Find(!text =>~ %flag)
            %maybe?.Trim()
            %item.Note
            new Config().Get("text")
            new Config().Get("missing")
            %map.GetValueOrDefault(%text)
            %box.Next?.Value
            @maybe = %maybe
        box Box
            new Box(%text)
            (Box)new Crate(%text, %number)
            %flag ? %box : %box
            %box.With(%text)
            @box = %box
            new Box(%text) { Next = %box }
        spot Spot
            new Spot(%text, %number)
            %spot with { Weight = %number }
            %flag ? %spot : %spot
        named INamed
            (INamed)new First(%text)
            (INamed)new Second(%box)
            %flag ? %named : %named
        mode Mode
            Mode.Slow
            Mode.Fast
            %flag ? Mode.Fast : Mode.Off
            Enum.Parse<Mode>("Fast")
            @mode = %mode
        func Func<string, string>
            (Func<string, string>)Clip
            (Func<string, string>)(!text =>~ %text)
            (Func<string, string>)(!text =>~ { %textbody })
            %flag ? %func : %func
        pair (string Left, int Right)
            (Left: %text, Right: %number)
            %flag ? %pair : %pair
            Divide(%text)
        output Output<string>
            Output.Create(%text)
            s_deployed!
            %output.Apply(!text =>~ %text)
            Output.Format($"{%output}-{%text}")
            Output.Tuple(%output, Output.Create(%number)).Apply(#t => #t.Item1 + #t.Item2)
            Output.All(%output, %output).Apply(#x => string.Join(",", #x))
            %flag ? %output : %output
            Output.CreateSecret(%text)
            Output.Create(SoonAsync(%text))
        statement -
            Keep(%name, %text);
            Keep(%name, %text);
            Keep(%name, %text);
            Keep(%name, %maybe);
            Keep(%name, %output);
            KeepNumber(%name, %number);
            KeepList(%name, %list);
            KeepMap(%name, %map);
            if (%flag) { %block } else { %block }
            if (%flag) { %block } else { %block }
            if (%flag) { %block }
            if (%flag) { %block } else if (%flag) { %block } else { %block }
            if (%flag) { %block %jump }
            switch (%text) { case "a": { %block } break; case "some" or "none": { %block } break; default: { %block } break; }
            switch (%number) { case 0: case 1: { %block } break; case > 3 when %flag: { %block } break; case 2: goto case 0; default: { %block } break; }
            switch (%item) { case { Size: > 1, Name: var #n }: Keep(%name, #n); break; case ("a", var #z, _): KeepNumber(%name, #z); break; case null: break; default: { %block } break; }
            var #i = 0; foreach (var !text in %list.ToList()) {~ #i++; %loop }
            var #i = 0; foreach (var !text in %list) {~ #i++; %loop }
            foreach (var (#i, !text) in %map) {~ %loop }
            var #i = 0; foreach (var !item in %items) {~ #i++; %loop }
            for (var #i = 0; #i < %digit; #i++) { var !number = #i;~ %loop }
            for (var #i = 0; #i < %number && #i < 3; #i++) { %loop }
            for (var (#i, #j) = (0, 2); #i < #j; #i++, #j--) { %loop }
            var #i = 0; while (#i < 3 && %flag) { #i++; %loop }
            var #i = 0; do { #i++; %loop } while (#i < 2 || (#i < 4 && %flag));
            try { %block } catch (Exception) { %block }
            try { %block if (%flag) throw new InvalidOperationException(%text); %block } catch (InvalidOperationException #e) { Keep(%name, #e.Message); } finally { %final }
            try { %block if (%flag) throw new ArgumentException("e"); } catch (ArgumentException) when (Flag || s_count > %digit) { %block } catch { %block }
            try { %block } finally { %final }
            using (new Guard(() => { %action })) { %block }
            using var #u = new Guard(() => { %action }); Keep(%name, %text);
            @list.Add(%text);
            @list.Add(%text);
            @list.Remove(%text);
            @list.Clear();
            @list.Insert(0, %text);
            @list.AddRange(%list.Take(2).ToList());
            @list.Sort(StringComparer.Ordinal);
            @list.Reverse();
            @list.RemoveAll(!text =>~ %flag);
            @list.RemoveAt(@list.Count - 1);
            @list[0] = %text;
            @map[%text] = %text;
            @map["k"] = %text;
            @map.Remove(%text);
            @map.TryAdd(%text, %text);
            @box.Value = %text;
            @box.Value += "v";
            @box.Next = %box;
            @spot.Place = %text;
            @spot.Weight += %number;
            @items.Add(%item);
            @item.Tags.Add(%text);
            s_text = Clip(%text);
            s_list.Add(%text);
            s_count += %number;
            Settings.Shared = Clip(%text);
            (@text, @maybe) = (Clip(%text), %text);
            (@text, @number) = Divide(%text);
            var (#a, #b) = %pair; Keep(%name, #a + #b);
            var (#a, #b, _) = %item; Keep(%name, #a + #b);
            Swap(ref @text, ref @text);
            if (TryPick(%map, %text, out var #v)) Keep(%name, #v);
            TryPick(%map, %text, out @text);
            void #f() { ref var #r = ref @text; #r = Clip(#r + %literal); } #f(); Keep(%name, @text);
            %list.ForEach(!text =>~ { %action });
            string #f(string !text) {~ %textbody ~} Keep(%name, #f(%text)); Keep(%name, #f(%text));
            string #f(string !text, int !number = 3) {~ %textbody ~} Keep(%name, #f(%text) + #f(%text, %number));
            void #f() { %action } #f(); @text = Clip(%text); #f();
            Action #f = () => { %action }; @text = Clip(%text); #f();
            Action #f = () => { %action }; if (%flag) #f += () => { %action }; #f();
            var #h = new List<Action>(); foreach (var !text in %list.ToList()) {~ #h.Add(() => { %action }); ~} foreach (var #g in #h) #g();
            var #h = new List<Func<int>>(); for (var #n = 0; #n < 3; #n++) #h.Add(() => #n); KeepNumber(%name, #h.Sum(#g => #g()));
            var #q = %list.Select(!text =>~ { %textbody }~); @text = Clip(%text); foreach (var #x in #q) Keep(%name, #x);
            var #q = @list.Where(!text =>~ %flag~); @list.Add(%text); KeepList(%name, #q.ToList());
            var #a = new BucketArgs { BucketName = %text, Tags = { ["t"] = %text } }; if (%flag) #a.BucketName = %text; #a.Tags.Add("u", %text); _ = new Bucket(%name, #a);
            var #a = new BucketArgs { BucketName = %text }; if (%flag) #a.Tags = %map; %block _ = new Bucket(%name, #a);
            var #a = new BucketArgs(); Fill(#a, %text); if (%flag) Fill(#a, %text); _ = new Bucket(%name, #a);
            var #b = %flag ? new Bucket(%name, new() { BucketName = %text }) : null; if (#b is not null) Keep(%name, #b.Arn);
            if (%flag) Keep(%name, new Bucket(%name, new() { BucketName = %text }).BucketName);
            %output.Apply(!text =>~ { %textbody });
            _ = new Part(%name, %text, %flag);
            _ = new Part(%name, %text, %flag, new() { Protect = %flag });
            var #o = new { Name = %text, Size = %number }; Keep(%name, JsonSerializer.Serialize(#o));
            Keep(%name, JsonSerializer.Serialize(%map));
            Keep(%name, JsonSerializer.Serialize(%list));
            var #s = new HashSet<string>(%list); #s.Add(%text); KeepList(%name, #s.OrderBy(#x => #x, StringComparer.Ordinal).ToList());
            var #s = new Stack<string>(%list); #s.Push(%text); Keep(%name, #s.Pop());
            var #s = new Queue<string>(%list); #s.Enqueue(%text); Keep(%name, #s.Dequeue());
            var #s = new StringBuilder(%text); if (%flag) #s.Append(%text); Keep(%name, #s.ToString());
            var #s = new[] { %text, %text }; if (%flag) #s[1] = %text; #s[0] += "z"; Keep(%name, #s[0] + #s[^1]);
            var #s = %spot; #s.Place = %text; Keep(%name, %spot.Place + #s.Place);
            var #s = @list; #s.Add(%text); KeepList(%name, @list);
            var #s = @item with { }; #s.Tags.Add(%text); KeepList(%name, @item.Tags);
            const string #c = "constant"; Keep(%name, #c + %text);
            var #n = 0; #l: #n++; @text += "l"; if (#n < 2) goto #l; Keep(%name, @text);
            [main] Keep(%name, await SoonAsync(%text));
            [main] foreach (var #x in await Task.WhenAll(%list.Select(async !text =>~ { await Task.CompletedTask; %textbody }))) Keep(%name, #x);
            [main] await foreach (var !text in StreamAsync(%list)) {~ Keep(%name, %text); }
            lock (s_list) { %final }
            { %block }
        """;

    private static readonly ImmutableDictionary<string, (string Type, ImmutableArray<string> Templates)> Kinds = Read();

    /// <summary>The kinds of values that a variable can hold.</summary>
    public static ImmutableArray<string> VariableKinds { get; } = [.. Kinds.Keys.Where(static kind => kind != "statement").Order(StringComparer.Ordinal)];

    public static bool IsKind(string word) => Kinds.ContainsKey(word);

    /// <summary>The C# type of a kind of value.</summary>
    public static string TypeOf(string kind) => Kinds[kind].Type;

    public static ImmutableArray<string> TemplatesOf(string kind) => Kinds[kind].Templates;

    private static ImmutableDictionary<string, (string Type, ImmutableArray<string> Templates)> Read()
    {
        var kinds = new Dictionary<string, (string Type, List<string> Templates)>(StringComparer.Ordinal);
        List<string> current = [];
        foreach (var line in Templates.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.StartsWith(' '))
            {
                current.Add(line.Trim());
                continue;
            }

            current = [];
            var heading = line.Split(' ', 2);
            kinds.Add(heading[0], (heading[1], current));
        }

        foreach (var (kind, (type, _)) in kinds.Where(static entry => entry.Value.Type != "-"))
            kinds["statement"].Templates.AddRange([$"{type} ^{kind} = %{kind};", $"{type} ^{kind} = %{kind};", $"@{kind} = %{kind};"]);
        return kinds.ToImmutableDictionary(static entry => entry.Key, static entry => (entry.Value.Type, entry.Value.Templates.ToImmutableArray()), StringComparer.Ordinal);
    }
}
