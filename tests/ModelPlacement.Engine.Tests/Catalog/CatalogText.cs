using System.Collections;
using System.Globalization;
using System.Linq;
using System.Text;
using ModelPlacement.Engine.Catalog;

namespace ModelPlacement.Engine.Tests.Catalog;

/// <summary>Everything that an entry says, as text: records compare their arrays by reference.</summary>
internal static class CatalogText
{
    public static string Of(CatalogEntry entry)
    {
        var text = new StringBuilder();
        Write(text, entry);
        return text.ToString();
    }

    private static void Write(StringBuilder text, object? value)
    {
        switch (value)
        {
            case null:
                text.Append("null");
                break;
            case string or PropertyPath:
                text.Append('"').Append(value).Append('"');
                break;
            case IEnumerable items:
                text.Append('[');
                foreach (var item in items)
                {
                    Write(text, item);
                    text.Append(' ');
                }

                text.Append(']');
                break;
            default:
                if (value.GetType().IsPrimitive || value.GetType().IsEnum)
                {
                    text.Append(string.Create(CultureInfo.InvariantCulture, $"{value}"));
                    break;
                }

                text.Append('{');
                foreach (var property in value.GetType().GetProperties().Where(static property => property.GetIndexParameters().Length == 0 && property.Name is not "EqualityContract"))
                {
                    text.Append(property.Name).Append(": ");
                    Write(text, property.GetValue(value));
                    text.Append(' ');
                }

                text.Append('}');
                break;
        }
    }
}
