package foyer.media;

import static foyer.media.SomeRecordings.aSubmission;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.shared.Fields;
import foyer.shared.Finding;
import foyer.shared.ValidationFailed;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UploadTest {
    private static final long LARGEST = 5_000_000_000_000L;

    @ParameterizedTest
    @ValueSource(longs = {1, 1 << 24, (1 << 24) + 1, 2_000_000_000L, 20_000_000_000L, LARGEST})
    void thePartsAreTheFile(long size) {
        var upload = Upload.read(aSubmission("show.MP4", size), LARGEST);

        assertThat(upload.numbers().mapToLong(upload::length).sum()).isEqualTo(size);
        assertThat(upload.numbers().mapToLong(upload::length)).allMatch(length -> length > 0);
        assertThat(upload.parts()).isLessThanOrEqualTo(500);
        assertThat(upload.partSize()).isGreaterThanOrEqualTo(5 << 20);
        assertThat(upload.has(upload.parts())).isTrue();
        assertThat(upload.has(upload.parts() + 1)).isFalse();
        assertThat(upload.has(0)).isFalse();
    }

    @Test
    void allFindingsComeAtOnce() {
        var submitted =
                Fields.of(Map.of("fileName", "show.avi", "size", 0L, "contentType", "text/html", "eventId", "x"));

        assertThatThrownBy(() -> Upload.read(submitted, LARGEST))
                .isInstanceOfSatisfying(
                        ValidationFailed.class,
                        failed -> assertThat(failed.findings())
                                .extracting(Finding::field)
                                .containsExactlyInAnyOrder("fileName", "size", "contentType", "eventId"));
    }

    @Test
    void aFileNeedsANameAndASize() {
        assertThatThrownBy(() -> Upload.read(Fields.of(Map.of()), LARGEST))
                .isInstanceOfSatisfying(
                        ValidationFailed.class,
                        failed -> assertThat(failed.findings())
                                .extracting(Finding::code)
                                .containsOnly("required"));
    }

    @Test
    void aFileLargerThanTheHouseTakesIsRefused() {
        assertThatThrownBy(() -> Upload.read(aSubmission("show.mp4", 101), 100)).isInstanceOf(ValidationFailed.class);
    }
}
