package foyer.media.aws;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.event.EventId;
import foyer.media.edge.ToldByTheClock;
import foyer.media.playback.SomePlayback;
import foyer.session.PlaybackTerm;
import foyer.session.SessionId;
import foyer.shared.Ids;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole way of a right that is taken back, to the key by which the function at the edge refuses it. */
class RevokedAtTheEdgeIT {
    private static final int A_MINUTE = 60;
    private static final Path VECTORS = Path.of("..", "config", "aws", "playback", "vectors.json");

    private final AwsHouse house = new AwsHouse();
    private final ToldByTheClock way = new ToldByTheClock(house.edge);
    private final String ada = Ids.fresh();

    @AfterEach
    void moveOut() {
        house.close();
    }

    /** What may be in the way, and passes. */
    enum Trouble {
        NONE,
        THROTTLED,
        ANOTHER_TELLS,
        ANSWERS_LOST;

        void befall(AwsHouse house) {
            switch (this) {
                case NONE -> {}
                case THROTTLED -> house.cloud.throttle("kvs:UpdateKeys", 6);
                case ANOTHER_TELLS -> house.cloud.before("kvs:UpdateKeys", house.keyValues::changeBehindTheBack);
                case ANSWERS_LOST -> house.cloud.lose("kvs:DescribeKeyValueStore", 6);
            }
        }
    }

    static Stream<Trouble> troubles() {
        return Stream.of(Trouble.values());
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void whoseRightIsTakenBackIsRefusedWithinAMinuteAndNobodyElse(Trouble trouble) {
        var session = way.aViewer(ada);
        way.aViewer(Ids.fresh());
        var address = new SomePlayback(way.node)
                .addresses
                .of(SomePlayback.playing(way.event), session, PlaybackTerm.LASTING)
                .orElseThrow();
        trouble.befall(house);

        way.revoke(ada);

        assertThat(secondsUntilToldOf("revoked.session." + session.id().value()))
                .isLessThanOrEqualTo(A_MINUTE);
        assertThat(house.keyValues.keys).hasSize(1);
        // The function takes the session out of the address, and asks for it by that key.
        assertThat(address.url()).contains("." + session.id().value() + ".");
    }

    @Test
    void whatIsCancelledIsRefusedWithinAMinute() {
        way.aViewer(ada);

        way.cancel();

        assertThat(secondsUntilToldOf("revoked.event." + way.event.id().value()))
                .isLessThanOrEqualTo(A_MINUTE);
    }

    /** The same are there when the function is given the vectors, in the form of TestFunction as well (edge-playback.test.js). */
    @Test
    void whatIsKeptThereIsWhatTheFunctionIsProvenWith() throws IOException {
        var revoked = revoked();
        var session = SessionId.of(revoked.getJsonArray("sessions").getString(0));
        var event = new EventId(revoked.getJsonArray("events").getString(0));

        way.note(session, event);
        secondsUntilToldOf("revoked.session." + session.value());

        assertThat(house.keyValues.keys)
                .isEqualTo(revoked.getJsonObject("keys").entrySet().stream()
                        .collect(
                                Collectors.toMap(Map.Entry::getKey, key -> ((JsonString) key.getValue()).getString())));
    }

    private int secondsUntilToldOf(String key) {
        for (var second = 0; second <= 2 * A_MINUTE; second++) {
            if (house.keyValues.keys.containsKey(key)) {
                return second;
            }
            way.passASecond();
        }
        return Integer.MAX_VALUE;
    }

    private static JsonObject revoked() throws IOException {
        try (var reader = Json.createReader(Files.newBufferedReader(VECTORS))) {
            return reader.readObject().getJsonObject("revoked");
        }
    }
}
