using System;
using System.IO;
using System.Text;
using Pulumi.Reference.Generator;

if (args is not [var surfacePath, var outputDirectory])
{
    Console.Error.WriteLine("usage: Pulumi.Reference.Generator <surface.json> <output directory>");
    return 2;
}

var surface = Surface.Read(surfacePath);
Directory.CreateDirectory(outputDirectory);
foreach (var (name, source) in ProviderSource.Write(surface))
{
    File.WriteAllText(Path.Combine(outputDirectory, name), source, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
}

return 0;
