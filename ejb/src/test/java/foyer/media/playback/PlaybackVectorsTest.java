package foyer.media.playback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.shared.Secret;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The vectors that the function at the edge is held to as well. */
class PlaybackVectorsTest {
    private static final JsonObject FILE = read(Path.of("..", "config", "aws", "playback", "vectors.json"));
    private static final PlaybackTokens TOKENS = new PlaybackTokens(FILE.getJsonObject("keys").entrySet().stream()
            .map(key -> new PlaybackKey(
                    key.getKey(), new Secret(Base64.getDecoder().decode(((JsonString) key.getValue()).getString()))))
            .toList());

    static Stream<Arguments> vectors() {
        return FILE.getJsonArray("vectors").getValuesAs(JsonObject.class).stream()
                .map(vector -> Arguments.of(vector.getString("name"), vector));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void anAddressAnswersAsItsVectorSays(String name, JsonObject vector) {
        var now = Instant.ofEpochSecond(vector.getJsonNumber("now").longValueExact());
        var below = vector.getString("uri").substring("/t".length());
        var expected = vector.getString("expect");

        switch (expected) {
            case "ok" -> {
                var address = PlaybackAddress.parse(below);
                assertThat(address.path()).isEqualTo(vector.getString("path"));
                assertThat(takenBack(address.prove(TOKENS, now))).isFalse();
            }
            case "revoked" ->
                assertThat(takenBack(PlaybackAddress.parse(below).prove(TOKENS, now)))
                        .isTrue();
            default ->
                assertThatThrownBy(() -> PlaybackAddress.parse(below).prove(TOKENS, now))
                        .isInstanceOfSatisfying(
                                PlaybackRefused.class,
                                refused -> assertThat(refused.why())
                                        .isEqualTo(PlaybackRefusal.valueOf(expected.toUpperCase(Locale.ROOT))));
        }
    }

    private static boolean takenBack(PlaybackRight right) {
        return listed("events", right.event().value())
                || right.holder()
                        .map(session -> listed("sessions", session.value()))
                        .orElse(false);
    }

    private static boolean listed(String kind, String id) {
        return FILE.getJsonObject("revoked").getJsonArray(kind).getValuesAs(JsonString.class).stream()
                .anyMatch(listed -> listed.getString().equals(id));
    }

    private static JsonObject read(Path file) {
        try (var reader = Json.createReader(Files.newInputStream(file))) {
            return reader.readObject();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
