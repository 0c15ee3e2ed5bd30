using System;
using System.IO;
using ModelPlacement.Engine.Documents;

// DataPacker FOLDER FILE...: reads each YAML file and writes it to the folder, under the same name, in the form that the engine reads (PackedDocument).
var failures = 0;
foreach (var name in args[1..])
{
    var document = Document.Read(new DocumentFile(name, File.ReadAllText(name)));
    foreach (var error in document.Errors)
        Console.Error.WriteLine(FormattableString.Invariant($"{Path.GetFullPath(name)}({error.Position.Line},{error.Position.Column}): error DATA: {error.Message}."));
    failures += document.Errors.Length;
    if (document is not { Root: { } root, Errors.IsEmpty: true })
        continue;
    var packed = Path.Combine(args[0], name);
    Directory.CreateDirectory(Path.GetDirectoryName(packed)!);
    using var stream = File.Create(packed);
    PackedDocument.Write(root, stream);
}

return failures == 0 ? 0 : 1;
