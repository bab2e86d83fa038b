package foyer.sandbox.http;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reading and writing JSON. */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    /** Fails with a {@link Refusal} where the bytes are not JSON. */
    public static JsonNode read(byte[] bytes) {
        try {
            return MAPPER.readTree(bytes);
        } catch (JacksonException broken) {
            throw new Refusal(400, "malformed_json", "The body is not JSON.");
        }
    }

    /** One line, whatever the value. */
    public static byte[] write(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }
}
