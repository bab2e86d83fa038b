package foyer.media;

import static foyer.event.SomeEvents.END;
import static foyer.event.SomeEvents.START;
import static foyer.media.SomeBroadcasts.SETTINGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.shared.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class HarvestingTest {
    private static final Duration A_WHILE = Duration.ofSeconds(20);

    private final SomeLive some = new SomeLive();

    @Test
    void whatWasLiveIsWhatTheEventPlaysAfterwardsAndNothingElseIsLeft() {
        some.shown();
        var live = some.origin.playback(some.kept()).toString();
        assertThat(some.keptEvent().manifestUrl()).contains(live);

        some.pass(A_WHILE);
        var recording = some.recordings
                .find(some.event.id(), some.kept().made().orElseThrow())
                .orElseThrow();
        assertThat(recording.state()).isEqualTo(RecordingState.COMPLETE);
        assertThat(recording.length()).isBetween(Duration.ofSeconds(56), Duration.ofSeconds(62));
        assertThat(some.keptEvent().manifestUrl())
                .contains(some.library.playback(recording).manifest().toString());
        assertThat(some.origin.present()).isNotEmpty();

        some.pass(SETTINGS.linger());
        assertThat(some.origin.present()).isEmpty();
        assertThat(some.kept().state()).isEqualTo(ChannelState.DELETED);
        assertThat(some.kept().due()).isEmpty();
        assertThat(some.keptEvent().manifestUrl())
                .contains(some.library.playback(recording).manifest().toString());
    }

    @Test
    void ofARehearsalThatWentOnIntoTheEventNothingIsRecorded() {
        var prepared = some.prepared();
        some.broadcasting.start(some.event.id());
        some.origin.push(prepared.streamKey());
        some.passUntil(START.plusSeconds(60));
        some.broadcasting.stop(some.event.id());
        some.pass(A_WHILE);

        var recording = some.recordings.of(some.event.id()).get(0);
        assertThat(recording.length())
                .isBetween(SETTINGS.lead().plusSeconds(58), SETTINGS.lead().plusSeconds(64));
    }

    @Test
    void whatAnOrganizerChoseMeanwhileStays() {
        some.shown();
        some.broadcasting.screening.show(some.event.id(), "https://elsewhere.example.com/show.m3u8");

        some.pass(A_WHILE);

        assertThat(some.kept().made()).isPresent();
        assertThat(some.keptEvent().manifestUrl()).contains("https://elsewhere.example.com/show.m3u8");
    }

    @Test
    void aRecordingWaitsUntilSomebodyHasSeenToTheDisk() {
        some.shown();
        var full = new Trouble("The disk is full.", true);
        some.origin.harvests(() -> new Harvested.Failed(full));
        some.pass(A_WHILE);
        assertThat(some.kept().trouble()).isEqualTo(full);
        assertThat(some.origin.present()).isNotEmpty();

        some.origin.harvests(null);
        some.pass(Duration.ofMinutes(6));
        assertThat(some.kept().made()).isPresent();
        assertThat(some.kept().trouble()).isNull();
    }

    @Test
    void aRecordingThatNeverComesIsTriedLessAndLessOftenAndGivenUpAfterDays() {
        some.shown();
        var full = new Trouble("The disk is full.", true);
        var tries = new ArrayList<Instant>();
        some.origin.harvests(() -> {
            tries.add(some.clock.instant());
            return new Harvested.Failed(full);
        });
        some.pass(Duration.ofDays(2));
        some.pass(Duration.ofDays(1).minusMinutes(1));
        assertThat(some.kept().harvest()).isEqualTo(HarvestState.DELAYED);
        assertThat(tries).hasSizeBetween(75, 95);

        some.pass(Duration.ofHours(2));
        assertThat(some.kept().harvest()).isEqualTo(HarvestState.WITHOUT);
        assertThat(some.kept().trouble()).isEqualTo(full);
        assertThat(some.origin.present()).isEmpty();
    }

    @Test
    void aRecordingIsGivenUpOnceTheOriginHasNothingLeft() {
        some.shown();
        some.origin.keeps(Duration.ofHours(5));
        some.origin.harvests(() -> new Harvested.Failed(new Trouble("Not now.", true)));
        some.pass(Duration.ofHours(4));
        assertThat(some.kept().harvest()).isEqualTo(HarvestState.DELAYED);

        some.pass(Duration.ofHours(3));
        assertThat(some.kept().harvest()).isEqualTo(HarvestState.WITHOUT);
    }

    @Test
    void whatWasBegunOfOneThatIsGivenUpIsDeleted() {
        some.shown();
        some.origin.keeps(Duration.ofHours(5));
        some.origin.harvests(Harvested.Running::new);
        some.pass(A_WHILE);
        var begun = Objects.requireNonNull(some.kept().recording());
        some.origin.harvests(() -> new Harvested.Failed(new Trouble("Not now.", true)));
        some.pass(Duration.ofHours(7));
        assertThat(some.kept().harvest()).isEqualTo(HarvestState.WITHOUT);

        assertThat(some.recordings.find(some.event.id(), begun).orElseThrow().deleted())
                .isTrue();
    }

    @Test
    void whatIsMadeIsNotDeleted() {
        some.shown();
        some.pass(A_WHILE);
        some.pass(SETTINGS.linger());

        assertThat(some.recordings.of(some.event.id()))
                .isEqualTo(some.recorded())
                .hasSize(1);
    }

    @Test
    void anOriginThatStaysSilentIsGivenUpToo() {
        some.shown();
        some.origin.keeps(Duration.ofHours(1));
        some.origin.harvests(() -> {
            throw new Unavailable("The origin does not answer.", Duration.ofSeconds(1));
        });
        some.pass(Duration.ofHours(1).plus(A_WHILE));

        assertThat(some.kept().harvest()).isEqualTo(HarvestState.WITHOUT);
    }

    @Test
    void whatCannotBeRecordedSaysWhyAndIsRemoved() {
        some.shown();
        var why = new Trouble("Nothing of it can be read.", false);
        some.origin.harvests(() -> new Harvested.Failed(why));
        some.pass(SETTINGS.linger().plus(A_WHILE));

        assertThat(some.kept().trouble()).isEqualTo(why);
        assertThat(some.origin.present()).isEmpty();
        assertThat(some.keptEvent().manifestUrl()).isEmpty();
    }

    @Test
    void whatIsRecordedElsewhereIsAskedAboutAgain() {
        some.shown();
        some.origin.harvests(Harvested.Running::new);
        some.pass(A_WHILE);
        assertThat(some.kept().harvest()).isEqualTo(HarvestState.HARVESTING);

        some.origin.harvests(null);
        some.pass(A_WHILE);
        assertThat(some.kept().harvest()).isEqualTo(HarvestState.COMPLETE);
    }

    @Test
    void whoDiesOverARecordingIsFollowedByOneWhoMakesTheSame() {
        some.shown();
        some.origin.harvests(() -> {
            throw new IllegalStateException("The node died.");
        });
        assertThatThrownBy(() -> some.pass(A_WHILE)).isInstanceOf(IllegalStateException.class);
        var begun = some.kept().recording();

        some.origin.harvests(null);
        some.pass(SomeRecordings.LEASE);

        assertThat(some.kept().made()).contains(Objects.requireNonNull(begun));
        assertThat(some.recordings.of(some.event.id())).hasSize(1);
    }

    @Test
    void anOriginThatIsSilentIsAskedAgain() {
        some.shown();
        some.origin.harvests(() -> {
            throw new Unavailable("The origin does not answer.", Duration.ofSeconds(1));
        });
        some.pass(A_WHILE);
        assertThat(some.kept().made()).isEmpty();

        some.origin.harvests(null);
        some.pass(A_WHILE);
        assertThat(some.kept().made()).isPresent();
    }

    @Test
    void aShowIsRecordedFromItsBeginningThoughItIsToldLateThatItWasFed() {
        some.origin.trouble.tellsLate(Duration.ofMinutes(3));
        var prepared = some.prepared();
        some.passUntil(START.plusSeconds(60));
        some.origin.push(prepared.streamKey());
        some.pass(Duration.ofMinutes(10));
        some.broadcasting.stop(some.event.id());
        some.pass(A_WHILE);

        assertThat(some.recordings.of(some.event.id()).get(0).length())
                .isBetween(Duration.ofMinutes(10).minusSeconds(4), Duration.ofMinutes(10));
    }

    @Test
    void aShowThatIsOverBeforeItIsToldOfIsRecorded() {
        some.origin.trouble.tellsLate(Duration.ofMinutes(3));
        some.shown();
        some.pass(A_WHILE);
        assertThat(some.kept().made()).isEmpty();

        some.pass(Duration.ofMinutes(4));
        assertThat(some.kept().made()).isPresent();
    }

    @Test
    void aShowThatIsOverrunBeforeItIsToldOfIsRecorded() {
        some.origin.trouble.tellsLate(Duration.ofMinutes(3));
        var prepared = some.prepared();
        some.passUntil(END.plus(SETTINGS.overrun()).minusSeconds(62));
        some.broadcasting.start(some.event.id());
        some.origin.push(prepared.streamKey());
        some.pass(Duration.ofMinutes(6));

        assertThat(some.recordings.of(some.event.id())).hasSize(1);
    }
}
