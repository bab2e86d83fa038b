package foyer.sandbox.origin;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.sandbox.origin.ReadPlaylist.Segment;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LivePlaylistTest {
    private static final Instant NOON = Instant.parse("2030-05-01T12:00:00Z");
    private static final Duration STEP = Duration.ofMillis(700);

    private static RecordedTrack aTrackOf(int segments) {
        return new RecordedTrack(Collections.nCopies(segments, "2.000000"), ".m4s", Optional.of("init.mp4"));
    }

    private static ReadPlaylist read(LiveRun run, RecordedTrack track, Instant now) {
        return ReadPlaylist.of(new LivePlaylist(run, track).at(now));
    }

    @Test
    void hasSomethingToPlayAtOnce() {
        var playlist = read(LiveRun.firstFrom(NOON), aTrackOf(30), NOON);

        assertThat(playlist.segments()).hasSize(LiveRun.HEAD_START);
        assertThat(playlist.ended()).isFalse();
    }

    @Property(tries = 60)
    void theWindowOnlyEverMovesForwardAndOverlaps(
            @ForAll @LongRange(min = 0, max = 200_000) long startMillis,
            @ForAll @IntRange(min = 1, max = 40) int loop,
            @ForAll @Size(min = 5, max = 40) List<@IntRange(min = 0, max = 9) Integer> steps) {
        var now = NOON.plusMillis(startMillis);
        var run = LiveRun.firstFrom(now);
        var before = read(run, aTrackOf(loop), now);
        for (var step : steps) {
            now = now.plus(STEP.multipliedBy(step));
            var after = read(run, aTrackOf(loop), now);
            assertThat(after.mediaSequence()).isGreaterThanOrEqualTo(before.mediaSequence());
            assertThat(after.discontinuitySequence()).isGreaterThanOrEqualTo(before.discontinuitySequence());
            assertThat(after.segments()).hasSizeBetween(LiveRun.HEAD_START, LiveRun.WINDOW);
            assertThat(sequences(after)).containsAnyElementsOf(sequences(before));
            before = after;
        }
    }

    @Property(tries = 60)
    void aSegmentStaysWhatItWasAsLongAsItIsListed(
            @ForAll @LongRange(min = 0, max = 200_000) long startMillis,
            @ForAll @IntRange(min = 1, max = 40) int loop) {
        var start = NOON.plusMillis(startMillis);
        var run = LiveRun.firstFrom(start);
        var known = new HashMap<Long, Segment>();
        for (var step = 0; step < 120; step++) {
            for (var segment : read(run, aTrackOf(loop), start.plus(STEP.multipliedBy(step)))
                    .segments()) {
                assertThat(known.getOrDefault(segment.sequence(), segment)).isEqualTo(segment);
                known.put(segment.sequence(), segment);
            }
        }
    }

    @Property(tries = 100)
    void theContinuityCounterGoesUpWhereTheRecordingBeginsAgain(
            @ForAll @LongRange(min = 0, max = 200_000) long startMillis,
            @ForAll @IntRange(min = 2, max = 40) int loop) {
        var start = NOON.plusMillis(startMillis);
        var track = aTrackOf(loop);
        var segments =
                read(LiveRun.firstFrom(start), track, start.plusSeconds(24)).segments();
        for (var i = 1; i < segments.size(); i++) {
            var rises = segments.get(i).discontinuity() - segments.get(i - 1).discontinuity();
            assertThat(rises).isEqualTo(track.beginsLoop(segments.get(i).sequence()) ? 1 : 0);
        }
    }

    @Test
    void timesFollowEachOtherWithoutAGapAndNeverLieAhead() {
        var now = NOON.plusSeconds(100);
        var segments = read(LiveRun.firstFrom(NOON), aTrackOf(30), now).segments();

        for (var i = 1; i < segments.size(); i++) {
            assertThat(segments.get(i).at()).isEqualTo(segments.get(i - 1).at().plus(LiveRun.SEGMENT));
        }
        assertThat(segments.get(segments.size() - 1).at().plus(LiveRun.SEGMENT)).isBetween(now.minusSeconds(2), now);
    }

    @Test
    void stoppingEndsTheListAndHoldsTheWindow() {
        var run = LiveRun.firstFrom(NOON).stop(NOON.plusSeconds(20));
        var soon = read(run, aTrackOf(30), NOON.plusSeconds(21));

        assertThat(soon.ended()).isTrue();
        assertThat(read(run, aTrackOf(30), NOON.plusSeconds(4000))).isEqualTo(soon);
    }

    @Property(tries = 100)
    void aRestartGoesOnWithHigherNumbers(
            @ForAll @LongRange(min = 0, max = 100_000) long runMillis,
            @ForAll @LongRange(min = 0, max = 100_000) long pauseMillis,
            @ForAll @IntRange(min = 1, max = 40) int loop) {
        var stopped = NOON.plusMillis(runMillis);
        var again = stopped.plusMillis(pauseMillis);
        var first = LiveRun.firstFrom(NOON).stop(stopped);
        var second = first.again(again);

        assertThat(second.first()).isGreaterThanOrEqualTo(first.end(again));
        assertThat(second.discontinuitiesBefore(second.from(again), loop))
                .isGreaterThanOrEqualTo(first.discontinuitiesBefore(first.from(again), loop));
    }

    @Test
    void everyAddressIsRelative() {
        assertThat(read(LiveRun.firstFrom(NOON), aTrackOf(30), NOON.plusSeconds(60))
                        .segments())
                .allSatisfy(
                        segment -> assertThat(segment.address()).isEqualTo("segment-" + segment.sequence() + ".m4s"));
    }

    private static Set<Long> sequences(ReadPlaylist playlist) {
        return playlist.segments().stream().map(Segment::sequence).collect(Collectors.toSet());
    }
}
