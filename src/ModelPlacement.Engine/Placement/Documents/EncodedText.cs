using ModelPlacement.Engine.Catalog;
using ModelPlacement.Engine.Models;
using ModelPlacement.Engine.StackProgram;

namespace ModelPlacement.Engine.Placement.Documents;

/// <summary>Reads a text that stands in base64.</summary>
internal static class EncodedText
{
    /// <summary>
    /// The text before it was encoded. A value that is only known to be made of one text (encoded by the program, with unknown pieces) is read as that text. What is no base64 stays as it is:
    /// programs pass plain text there too. Compressed texts are unpacked.
    /// </summary>
    public static Value Read(Value value, TextEncoding encoding)
    {
        if (value is Unknown { From: [(Text or Constant { Raw: string }) and var source] })
            return source;
        return encoding == TextEncoding.Base64 && value.AsString() is { } text && PackedText.FromBase64(text) is { } decoded ? new Constant(decoded, value.Origin) : value;
    }
}
