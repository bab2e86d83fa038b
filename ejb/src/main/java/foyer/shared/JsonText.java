package foyer.shared;

import jakarta.json.Json;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes the neutral tree as JSON, as it is or in one canonical form, and reads what was written as it is. */
public final class JsonText {
    private static final JsonParserFactory PARSERS = Json.createParserFactory(null);

    private final StringBuilder text = new StringBuilder();
    private final boolean canonical;

    private JsonText(boolean canonical) {
        this.canonical = canonical;
    }

    public static String of(@Nullable Object tree) {
        return new JsonText(false).write(tree).text.toString();
    }

    /** The same text for the same value: keys in order, numbers by value, no blanks. */
    public static String canonical(@Nullable Object tree) {
        return new JsonText(true).write(tree).text.toString();
    }

    /** Fails with {@link jakarta.json.JsonException} on what is no JSON. */
    public static @Nullable Object read(String text) {
        try (var parser = PARSERS.createParser(new StringReader(text))) {
            return value(parser, parser.next());
        }
    }

    private JsonText write(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            writeMap(canonical ? new TreeMap<>(map) : map);
        } else if (value instanceof List<?> list) {
            writeList(list);
        } else if (value instanceof String string) {
            writeString(string);
        } else if (value instanceof BigDecimal number) {
            text.append(canonical ? number.stripTrailingZeros() : number);
        } else if (value instanceof Number number && canonical) {
            write(BigDecimal.valueOf(number.longValue()));
        } else {
            text.append(value);
        }
        return this;
    }

    private void writeMap(Map<?, ?> map) {
        text.append('{');
        var first = true;
        for (var entry : map.entrySet()) {
            text.append(first ? "" : ",");
            writeString(String.valueOf(entry.getKey()));
            text.append(':');
            write(entry.getValue());
            first = false;
        }
        text.append('}');
    }

    private void writeList(List<?> list) {
        text.append('[');
        for (var index = 0; index < list.size(); index++) {
            text.append(index == 0 ? "" : ",");
            write(list.get(index));
        }
        text.append(']');
    }

    // Surrogates are escaped one by one: a lone one is no UTF-8, and two different ones must not become the same mark.
    private void writeString(String string) {
        text.append('"');
        for (var index = 0; index < string.length(); index++) {
            var character = string.charAt(index);
            if (character == '"' || character == '\\') {
                text.append('\\').append(character);
            } else if (character < ' ' || Character.isSurrogate(character)) {
                text.append(String.format(Locale.ROOT, "\\u%04x", (int) character));
            } else {
                text.append(character);
            }
        }
        text.append('"');
    }

    private static @Nullable Object value(JsonParser parser, Event event) {
        return switch (event) {
            case START_OBJECT -> map(parser);
            case START_ARRAY -> list(parser);
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER -> number(parser);
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case KEY_NAME, END_OBJECT, END_ARRAY -> throw new IllegalStateException("No value begins with " + event);
        };
    }

    private static Object number(JsonParser parser) {
        var digits = parser.getString();
        var whole = digits.length() < 19 && digits.chars().allMatch(digit -> digit == '-' || Character.isDigit(digit));
        return whole ? (Object) Long.valueOf(digits) : new BigDecimal(digits);
    }

    private static Map<String, @Nullable Object> map(JsonParser parser) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        for (var event = parser.next(); event != Event.END_OBJECT; event = parser.next()) {
            map.put(parser.getString(), value(parser, parser.next()));
        }
        return map;
    }

    private static List<@Nullable Object> list(JsonParser parser) {
        var list = new ArrayList<@Nullable Object>();
        for (var event = parser.next(); event != Event.END_ARRAY; event = parser.next()) {
            list.add(value(parser, event));
        }
        return list;
    }
}
