using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace ModelPlacement.Engine.Tests.StackProgram.Generated;

/// <summary>The constructs that generated programs are composed of: templates of C# by the kind of what they yield.</summary>
/// <remarks>
/// <para>In a template <c>%text</c> is any expression of that kind, <c>@text</c> a variable that can be assigned, <c>^text</c> the name of a new variable that what follows the template
/// can use, <c>!text</c> one that the template itself can use from <c>~</c> to the next (<c>!text:name</c> one of that name), <c>#a</c> a name of the template's own. A template that begins with a condition in brackets is used only
/// there: <c>[main]</c> where the program can wait for a task, <c>[loop]</c> within a loop.</para>
/// <para><c>%block</c> is some statements, <c>%loop</c> those of a loop that counts its rounds in <c>#i</c>, <c>%final</c> those that may not jump out or wait, <c>%action</c> the body of a
/// function without a result, <c>%textbody</c> of one with a text, <c>%iterbody</c> some of an iterator's; <c>%name</c> is the name of a new resource, <c>%jump</c> a way out of where it stands, <c>%call</c> a call of one of the
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
            %node.Full()
            %node.Name
            %node.Told(%text)
            %middle.Title()
            ((INode)%middle).Full()
            %middle.Label(%text)
            %middle.Pass(%text)
            %middle.Seen
            %node switch { Leaf { Number: > 1 } #l => #l.Name, Middle #m => #m.Title(), { Name: "a" } => %text, _ => %text }
            $sorts KindOf<Plain>() + KindOf<Other>()
            $sorts SumOf(%text, new Plain(%text))
            $sorts SumOf<Other>(%text, new(%text))
            $sorts Through<Plain, Other>(%digit)
            $sorts Shared<Plain>.Text
            $sorts Shared<Other>.Text = Clip(%text)
            $sorts new Shelf<Other>(new(%text)).Add(%text).Told
            %animal.ToString()
            %animal.Call()
            %animal.Note
            %animal is Bird { Wing: var #w } ? #w : %text
            %animal switch { Bird(var #n, _, > 1) => #n, Bird #b => #b.Wing, (var #n, 2) => #n + "2", { Note.Length: > 3 and < 9 } => %text, _ => "animal" }
            %item.ToString()
            %gauge.Value
            %gauge[%digit]
            %meter.Gauge.Add(%text).Value
            %meter.Copy.Add(%text).Value
            %meter.Fixed.Add(%text).Value
            %meter.Place.Add(%text).Value
            Raised(%gauge, %text).Value
            $gauges new Level(%text, %number).Up(2).Text
            $orders Early.Text
            $orders Early.Late
            $orders new Ordered(%text).ToString()
            $orders new Reordered(%text).ToString()
            $orders new Reordered(%text) { Third = %text }.Third
            $walks string.Join(",", Walk(%text, %number))
            $walks Walk(%text, %number).Last()
            $walks string.Join(",", new Row(%text) { %text, { %text, %number } })
            %list switch { [] => %text, [var #o] => #o + %text, ["a", .., var #z] => #z, [_, .. var #r] => #r.Count + %text }
            %pair switch { ("a", _) => %text, (_, > 2 and not 4) => %text, var (#l, #r) => #l + #r }
            string.Join(";", %list.OrderBy(#x => #x.Length).ThenByDescending(#x => #x, StringComparer.Ordinal))
            string.Join(";", from #x in %list join #i in %items on #x equals #i.Name into #g select #x + #g.Count())
            string.Join(";", from #x in %list from #y in %list where #x.Length <= #y.Length select #x + #y)
            string.Join(";", from #x in %list let #y = #x + %text orderby #y.Length descending select #y)
            string.Join(";", %items.GroupBy(#x => #x.Name).OrderBy(#g => #g.Key, StringComparer.Ordinal).Select(#g => #g.Key + #g.Sum(#x => #x.Size)))
            %items.MaxBy(#x => #x.Size)!.Name
            %text.TrimEnd('x', ' ')
            %text.Remove(%text.Length / 2)
            %text.PadRight(4, '.')
            string.Concat(%text.Where(#c => #c != 'a').Reverse())
            %text.LastIndexOf("e", StringComparison.Ordinal).ToString(CultureInfo.InvariantCulture)
            (%text + "z")[0].ToString()
            (char)('a' + Math.Abs(%number % 20)) + %text
            string.Format("{0,4}|{1,-4}|", %text, %number)
            $"{%text,3}|{%number,-3}|{%number:D2}"
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
            %node is Leaf #l ? #l.Number : %number
            %animal.Size
            %gauge.Count
            (int)%gauge
            %meter.Gauge.Count
            @gauge.Count++
            $sorts ++Shared<Plain>.Count
            $sorts Shared<Other>.All.Count
            $orders Ordered.Made
            $walks Steps(%number).Sum()
            $walks Steps(%number).FirstOrDefault(#x => #x > 2)
            checked(%number + 1)
            %number ^ 5
            %number >> 1
            (int)unchecked((byte)%number)
            %list.Min(#x => #x.Length)
            %items.Sum(#x => #x.Size)
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
            @flag ^= %flag
            %node is Middle
            %node is INode { Name.Length: > 3 } and not Leaf
            %animal == %animal
            %animal.Equals(%animal)
            %animal is Bird(_, "a", _) or { Size: 1 }
            %gauge < %gauge
            %gauge.Equals(%gauge)
            %list is ["a", ..] or [_, _]
            %number is >= 1 and not 3 or 0
            %text.CompareTo(%text) == 0
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
            $walks Walk(%text, %number).ToList()
            $walks new Row(%text) { %text, %text }.Reverse().ToList()
            $sorts Shared<Plain>.All
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
            %box.Next ?? %box
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
            @gauge.Add(%text);
            @gauge.Value = %text;
            @gauge[%digit] += %text;
            @gauge++;
            %meter.Gauge.Value = %text;
            %meter.Place.Text = %text;
            %meter.Place = %gauge;
            %meter.Copy = %gauge;
            %meter.Copy.Add(%text);
            $gauges Raise(ref @gauge, %text);
            $gauges Raise(ref %meter.Gauge, %text);
            $gauges Make(%text, out var #g); #g.Add(%text); Keep(%name, #g.Value);
            var #g = new[] { %gauge, %gauge }; #g[0].Add(%text); void #f() { ref var #r = ref #g[1]; #r.Text = %text; } #f(); foreach (var #x in #g) { #x.Add("lost"); Keep(%name + #x.Count, #x.Value); }
            var #g = new List<Gauge> { %gauge }; #g[0].Add("lost"); var #x = #g[0]; #x.Add(%text); Keep(%name, #g[0].Value + #x.Value);
            var #s = %animal; Keep(%name, $"{#s with { Name = %text }}{#s == %animal}");
            var (#a, #b) = %animal; Keep(%name, #a + #b);
            $bells var #b = new Bell(); #b.Rung += #b.Hear; if (%flag) #b.Rung += !text =>~ { %action }~; Keep(%name, #b.Ring(%text)); #b.Rung -= #b.Hear; Keep(%name, #b.Ring(%text));
            $bells var #b = new Bell(); if (%flag) #b.Asked += !text =>~ %text~; Keep(%name, #b.Ask(%text)); #b.Asked += %func; Keep(%name, #b.Ask(%text));
            $walks foreach (var !text in Walk(%text, %number)) {~ s_text = Clip(s_text + "w"); Keep(%name + s_count, %text); if (%flag) break; }
            $walks var #w = Walk(@text, %number).Take(2); @text = Clip(%text); KeepList(%name, #w.ToList());
            $walks var #w = Steps(%number).GetEnumerator(); if (#w.MoveNext()) KeepNumber(%name, #w.Current);
            $sorts var #s = new Shelf<Plain>(new(%text)).Add(%text); #s[0] = new(%text); #s[^1] += new Plain(%text); Keep(%name, #s.Told + #s.Count);
            $sorts Shared<Plain>.All.Add(%text);
            $sorts Shared<Other>.Text += %literal;
            $orders Keep(%name, new Special(%name, %text, %flag).Made!);
            $orders Whole #w = new Special(%name, %text, %flag); if (%flag) #w = new Special(%name, %text, true); Keep(%name, #w.Made!);
            $orders Ordered.Made += %number;
            [main]$orders Keep(%name, await LaterAsync(%text));
            [main]$orders var #t = LaterAsync(%text); @text = Clip(%text); Keep(%name, await #t + @text);
            var #d = new Dictionary<(string, int), string> { [(%text, 1)] = %text, [%pair] = %text }; Keep(%name, #d.GetValueOrDefault((%text, 1)) ?? %text);
            var #d = new SortedDictionary<string, string>(%map, StringComparer.Ordinal); KeepList(%name, #d.Select(#p => #p.Key + #p.Value).ToList());
            var #d = %list.ToLookup(#x => #x.Length); Keep(%name, string.Join("+", #d[1]) + #d.Count);
            var #g = new string[2, 2]; #g[0, 1] = %text; if (%flag) #g[1, 0] = %text; Keep(%name, #g[0, 1]); Keep(%name, #g[1, 0]);
            var #n = %number; #l: if (#n-- > 0 && s_count < 40) { s_count++; @text = Clip(@text + "g"); goto #l; } Keep(%name, @text);
            string #f(int #d) { string #g(string !text) {~ %textbody ~} return #d <= 0 ? #g(%text) : #g(#f(#d - 1)); } Keep(%name, #f(2));
            var #h = new Dictionary<string, Func<string, string>> { ["a"] = %func, ["b"] = !text =>~ %text~ }; #h["b"] = #h["a"]; if (%flag) #h["a"] = %func; Keep(%name, #h["a"](%text) + #h["b"](%text));
            int? #n = %flag ? %number : null; #n += %number; Keep(%name, #n?.ToString("D2") ?? %text);
            { %block }
        """;

    private static readonly ImmutableDictionary<string, (string Type, ImmutableArray<string> Templates)> Kinds = Read();

    /// <summary>Whether a word is a kind that templates are given for.</summary>
    public static bool IsKind(string word) => Kinds.ContainsKey(word);

    /// <summary>Whether a kind is of a value, rather than of statements or members.</summary>
    public static bool IsValue(string kind) => IsValueType(Kinds[kind].Type);

    public static ImmutableArray<string> TemplatesOf(string kind) => Kinds[kind].Templates;

    /// <summary>The types of a family.</summary>
    public static string Family(string family) => string.Join("\n", TemplatesOf(family));

    private static bool IsValueType(string type) => type is not ("-" or "*");

    private static ImmutableDictionary<string, (string Type, ImmutableArray<string> Templates)> Read()
    {
        var kinds = new Dictionary<string, (string Type, List<string> Templates)>(StringComparer.Ordinal);
        List<string> current = [];
        foreach (var line in (Templates + "\n" + ProgramTypes.Templates).Split('\n', StringSplitOptions.RemoveEmptyEntries))
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

        foreach (var (kind, (type, _)) in kinds.Where(static entry => IsValueType(entry.Value.Type)))
            kinds["statement"].Templates.AddRange([$"{type} ^{kind} = %{kind};", $"{type} ^{kind} = %{kind};", $"@{kind} = %{kind};"]);
        return kinds.ToImmutableDictionary(static entry => entry.Key, static entry => (entry.Value.Type, entry.Value.Templates.ToImmutableArray()), StringComparer.Ordinal);
    }
}
