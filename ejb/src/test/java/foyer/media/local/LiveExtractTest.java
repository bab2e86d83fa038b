package foyer.media.local;

import static foyer.media.local.SomeFeeds.PICTURE;
import static foyer.shared.SettableClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiveExtractTest {
    private static final Instant LATER = NOON.plusSeconds(60);
    private static final List<Feed> TWO = List.of(SomeFeeds.first(5), SomeFeeds.feed(2, LATER, 3));

    @Test
    void whatLiesMostlyBetweenIsTaken() {
        var extract = between(NOON.plusMillis(900), NOON.plusMillis(6_900));

        assertThat(numbers(extract)).containsExactly(0, 1, 2);
    }

    @Test
    void whatLiesMostlyBeforeOrAfterIsNot() {
        var extract = between(NOON.plusMillis(1_100), NOON.plusMillis(7_100));

        assertThat(numbers(extract)).containsExactly(1, 2, 3);
    }

    @Test
    void itIsAsLongAsWasAskedWithinASegment() {
        for (var from = 0; from < 4_000; from += 300) {
            for (var length = 2_000; length < 6_000; length += 300) {
                var begin = NOON.plusMillis(from);
                var extract = between(begin, begin.plusMillis(length));

                var played = Duration.ofSeconds(2L * extract.pieces().size());
                assertThat(played.minusMillis(length).abs()).isLessThanOrEqualTo(Duration.ofSeconds(2));
            }
        }
    }

    @Test
    void ofTwoFeedsBothAreTakenAndTheGapIsKnown() {
        var extract = between(NOON.plusSeconds(6), LATER.plusSeconds(4));

        assertThat(numbers(extract)).containsExactly(3, 4, 0, 1);
        assertThat(extract.isGap(0)).isFalse();
        assertThat(extract.isGap(1)).isFalse();
        assertThat(extract.isGap(2)).isTrue();
        assertThat(extract.isGap(3)).isFalse();
    }

    @Test
    void whereNothingCameThereIsNothing() {
        assertThat(between(NOON.plusSeconds(20), NOON.plusSeconds(40)).isEmpty())
                .isTrue();
    }

    private static LiveExtract between(Instant from, Instant until) {
        return LiveExtract.between(TWO, PICTURE, from, until);
    }

    private static List<Integer> numbers(LiveExtract extract) {
        return extract.pieces().stream().map(LiveExtract.Piece::number).toList();
    }
}
