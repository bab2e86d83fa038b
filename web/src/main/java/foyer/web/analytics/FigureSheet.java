package foyer.web.analytics;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A tree of figures as rows of comma-separated values (RFC 4180): a figure's name, which is its path through the tree, and what it is.
 * All cells are in quotes, for some spreadsheets part them at a semicolon too.
 */
final class FigureSheet {
    private final StringBuilder rows = new StringBuilder();

    private FigureSheet() {}

    static String of(Map<String, ?> tree) {
        var sheet = new FigureSheet();
        sheet.row("figure", "value");
        sheet.add("", tree);
        return sheet.rows.toString();
    }

    private void add(String path, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, inner) -> add(path.isEmpty() ? String.valueOf(name) : path + "." + name, inner));
        } else if (value instanceof List<?> list) {
            for (var index = 0; index < list.size(); index++) {
                add(path + "[" + index + "]", list.get(index));
            }
        } else {
            row(path, String.valueOf(value));
        }
    }

    // Nothing here begins with a sign that spreadsheets calculate from: names are ours, and so are texts, but for
    // origins, which begin with http.
    private void row(String name, String value) {
        rows.append(quoted(name)).append(',').append(quoted(value)).append("\r\n");
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
