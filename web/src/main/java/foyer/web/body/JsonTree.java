package foyer.web.body;

import foyer.shared.Utf8;
import jakarta.json.Json;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParserFactory;
import jakarta.json.stream.JsonParsingException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON (RFC 8259) strictly into the neutral tree. What readers disagree about is refused: a key twice, half of a
 * surrogate pair, a byte order mark; and so is what only costs time or room: deep nesting, numbers nobody needs, and values without
 * number, of which each takes many times the room that it takes in the body.
 */
final class JsonTree {
    private static final int DEEPEST = 64;
    private static final int MOST_VALUES = 50_000;
    private static final int LONGEST_NUMBER = 40;
    private static final int LARGEST_SCALE = 60;

    // Made once: each lookup of the JSON provider searches the class path.
    private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());

    private final JsonParser parser;
    private int depth;
    private int values;

    private JsonTree(JsonParser parser) {
        this.parser = parser;
    }

    /** Fails with {@link MalformedJson} for anything but one JSON object in UTF-8. */
    static Map<String, Object> read(byte[] utf8) {
        try (var parser = PARSERS.createParser(new StringReader(decoded(utf8)))) {
            return new JsonTree(parser).whole();
        } catch (JsonParsingException | NoSuchElementException | NumberFormatException notJson) {
            throw new MalformedJson("The body is not well-formed JSON.");
        }
    }

    private Map<String, Object> whole() {
        if (parser.next() != Event.START_OBJECT) {
            throw new MalformedJson("The body must be a JSON object.");
        }
        var object = object();
        if (parser.hasNext()) {
            throw new MalformedJson("Something follows the JSON object.");
        }
        return object;
    }

    private Map<String, Object> object() {
        goDeeper();
        var object = new LinkedHashMap<String, @Nullable Object>();
        for (var event = parser.next(); event != Event.END_OBJECT; event = parser.next()) {
            var name = text();
            if (object.containsKey(name)) {
                throw new MalformedJson("A key appears twice in one JSON object.");
            }
            object.put(name, value(parser.next()));
        }
        depth--;
        return asTree(object);
    }

    private List<@Nullable Object> list() {
        goDeeper();
        var list = new ArrayList<@Nullable Object>();
        for (var event = parser.next(); event != Event.END_ARRAY; event = parser.next()) {
            list.add(value(event));
        }
        depth--;
        return list;
    }

    private @Nullable Object value(Event event) {
        values++;
        if (values > MOST_VALUES) {
            throw new MalformedJson("The JSON has too many values.");
        }
        return switch (event) {
            case START_OBJECT -> object();
            case START_ARRAY -> list();
            case VALUE_STRING -> text();
            case VALUE_NUMBER -> number(parser.getString());
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case KEY_NAME, END_OBJECT, END_ARRAY -> throw new MalformedJson("The body is not well-formed JSON.");
        };
    }

    private String text() {
        var text = parser.getString();
        // An escape such as \ud800 alone is no character: it could neither be stored nor shown as it came.
        for (var index = 0; index < text.length(); index++) {
            if (Character.isSurrogate(text.charAt(index))) {
                if (!Character.isSupplementaryCodePoint(text.codePointAt(index))) {
                    throw new MalformedJson("A text holds half of a surrogate pair.");
                }
                index++;
            }
        }
        return text;
    }

    private static Object number(String digits) {
        if (digits.length() > LONGEST_NUMBER) {
            throw new MalformedJson("A number has too many digits.");
        }
        var decimal = new BigDecimal(digits);
        if (Math.abs((long) decimal.scale()) > LARGEST_SCALE) {
            throw new MalformedJson("A number is too large or too small.");
        }
        return decimal.scale() == 0 && decimal.precision() <= 18 ? (Object) decimal.longValueExact() : decimal;
    }

    private void goDeeper() {
        depth++;
        if (depth > DEEPEST) {
            throw new MalformedJson("The JSON is nested too deeply.");
        }
    }

    private static String decoded(byte[] utf8) {
        return Utf8.read(utf8).orElseThrow(() -> new MalformedJson("The body is not UTF-8."));
    }

    @SuppressWarnings("unchecked") // null stands for JSON's null in the neutral tree, whose type cannot say so
    private static Map<String, Object> asTree(Map<String, @Nullable Object> object) {
        return (Map<String, Object>) (Map<String, ?>) object;
    }
}
