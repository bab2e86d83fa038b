package foyer.media.dynamodb;

import static foyer.media.SomeRecordings.aSubmittedOne;
import static foyer.shared.dynamodb.Items.text;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.media.Recording;
import foyer.shared.KeptLines;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class LegibleTest {
    private final Legible<Recording> legible =
            new Legible<>(RecordingItems::recording, "recordingId", "A recording cannot be read.");

    @Test
    void whatCanBeReadIsRead() {
        var recording = aSubmittedOne();

        assertThat(legible.read(RecordingItems.item(recording, "a write"))).contains(recording);
        assertThat(legible.passedBy()).isZero();
    }

    @Test
    void whatCannotIsPassedByAndToldOnceByItsId() {
        var recording = aSubmittedOne();
        try (var kept = new KeptLines(Logger.getLogger(Legible.class.getName()))) {
            for (var round = 0; round < 3; round++) {
                assertThat(legible.read(ofALaterVersion(recording))).isEmpty();
            }

            assertThat(kept.lines()).singleElement().satisfies(line -> {
                assertThat(line.getMessage()).isEqualTo("A recording cannot be read.");
                assertThat(String.valueOf(line.getParameters()[0]))
                        .contains("recordingId=" + recording.id().value());
            });
        }
        assertThat(legible.passedBy()).isOne();
    }

    private static Map<String, AttributeValue> ofALaterVersion(Recording recording) {
        var item = new HashMap<>(RecordingItems.item(recording, "a write"));
        item.put("state", text("WHAT_A_LATER_VERSION_DOES"));
        return item;
    }
}
