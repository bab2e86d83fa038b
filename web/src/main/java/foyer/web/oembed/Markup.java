package foyer.web.oembed;

import java.util.Locale;
import java.util.Map;

/** Writes texts so that neither HTML nor XML takes them for markup. */
final class Markup {
    private Markup() {}

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** An element for each entry, in one called {@code oembed}. */
    static String xml(Map<String, ?> tree) {
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"?>\n<oembed>\n");
        tree.forEach((name, value) ->
                xml.append(String.format(Locale.ROOT, "  <%s>%s</%s>\n", name, escaped(legal(value)), name)));
        return xml.append("</oembed>\n").toString();
    }

    // What no XML may hold, escaped or not (XML 1.0, 2.2).
    private static String legal(Object value) {
        var legal = new StringBuilder();
        String.valueOf(value)
                .codePoints()
                .filter(point -> point == '\t'
                        || point == '\n'
                        || point == '\r'
                        || (point >= 0x20 && point <= 0xD7FF)
                        || (point >= 0xE000 && point <= 0xFFFD)
                        || point >= 0x10000)
                .forEach(legal::appendCodePoint);
        return legal.toString();
    }
}
