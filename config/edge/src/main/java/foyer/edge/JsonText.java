package foyer.edge;

import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the neutral tree (see {@link foyer.shared.Fields}) as JSON in UTF-8. */
public final class JsonText {
    // Made once: each lookup of the JSON provider searches the class path.
    private static final JsonGeneratorFactory GENERATORS = Json.createGeneratorFactory(Map.of());

    private JsonText() {}

    public static byte[] of(Map<String, ?> tree) {
        // Through a text: an encoder's own buffer costs more than a short answer.
        var text = new StringWriter(512);
        try (var generator = GENERATORS.createGenerator(text)) {
            write(generator, tree);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void write(JsonGenerator generator, @Nullable Object value) {
        if (value == null) {
            generator.writeNull();
        } else if (value instanceof Map<?, ?> map) {
            generator.writeStartObject();
            map.forEach((name, member) -> {
                generator.writeKey(String.valueOf(name));
                write(generator, member);
            });
            generator.writeEnd();
        } else if (value instanceof List<?> list) {
            generator.writeStartArray();
            list.forEach(item -> write(generator, item));
            generator.writeEnd();
        } else if (value instanceof String text) {
            generator.write(text);
        } else if (value instanceof Boolean truth) {
            generator.write(truth);
        } else if (value instanceof BigDecimal decimal) {
            generator.write(decimal);
        } else if (value instanceof Long || value instanceof Integer) {
            generator.write(((Number) value).longValue());
        } else {
            throw new IllegalStateException("Not of the neutral tree: " + value.getClass());
        }
    }
}
