using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;

namespace ModelPlacement.Engine.Models;

/// <summary>Text that a program may hand over in base64, compressed or not, as clouds take user data.</summary>
internal static class PackedText
{
    /// <summary>Shorter texts that happen to be base64 (<c>test</c>) are taken as they are.</summary>
    private const int ShortestEncoded = 16;

    /// <summary>More is not unpacked.</summary>
    private const int LargestUnpacked = 1 << 20;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text itself; what is not encoded comes back as it is.</summary>
    public static string Decode(string text)
    {
        // Twice: some programs encode what their cloud's provider encodes again.
        for (var round = 0; round < 2; round++)
        {
            if (DecodeOnce(text) is not { } decoded)
                break;
            text = decoded;
        }

        return text;
    }

    /// <summary>What a text that is known to stand in base64 says; null where it does not stand in base64, or is no text.</summary>
    public static string? FromBase64(string text)
    {
        try
        {
            var bytes = Convert.FromBase64String(text);
            return bytes is [0x1f, 0x8b, ..] ? Unpack(bytes) : Utf8.GetString(bytes);
        }
        catch (Exception fault) when (fault is FormatException or DecoderFallbackException or InvalidDataException)
        {
            // It only looked like it.
            return null;
        }
    }

    private static string? DecodeOnce(string text)
    {
        if (text.Length < ShortestEncoded || text.Length > LargestUnpacked * 2 || text.Any(static character => !IsEncoded(character)))
            return null;
        var compact = new string(text.Where(static character => character > ' ').ToArray());
        return compact.Length >= ShortestEncoded && compact.Length % 4 == 0 && FromBase64(compact) is { } decoded && IsReadable(decoded) ? decoded : null;
    }

    private static bool IsEncoded(char character) =>
        character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '+' or '/' or '=' or '\n' or '\r' or ' ' or '\t';

    private static string Unpack(byte[] bytes)
    {
        using var packed = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        var unpacked = new byte[LargestUnpacked];
        var length = 0;
        int read;
        while (length < unpacked.Length && (read = packed.Read(unpacked, length, unpacked.Length - length)) > 0)
            length += read;
        return Utf8.GetString(unpacked, 0, length);
    }

    private static bool IsReadable(string text) => text.All(static character => !char.IsControl(character) || character is '\n' or '\r' or '\t');
}
