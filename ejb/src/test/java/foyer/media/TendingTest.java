package foyer.media;

import static foyer.event.SomeEvents.END;
import static foyer.event.SomeEvents.START;
import static foyer.event.SomeEvents.archived;
import static foyer.media.SomeBroadcasts.SETTINGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.event.EventId;
import foyer.shared.KeptLines;
import foyer.shared.Unavailable;
import foyer.shared.VersionConflict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TendingTest {
    private static final Duration A_WHILE = Duration.ofSeconds(20);

    private final SomeLive some = new SomeLive();

    @Test
    void aChannelRunsAheadOfItsEventAndStopsAfterIt() {
        some.prepared();
        some.pass(A_WHILE);
        assertThat(some.kept().state()).isEqualTo(ChannelState.IDLE);

        some.passUntil(START.minus(SETTINGS.lead()).plus(A_WHILE));
        assertThat(some.kept().state()).isEqualTo(ChannelState.RUNNING);

        some.origin.push(some.kept().streamKey());
        some.passUntil(END.plus(SETTINGS.overrun()).plusSeconds(6));
        assertThat(some.kept().state()).isEqualTo(ChannelState.IDLE);
    }

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
    void ofWhatNobodyFedNothingIsLeft() {
        some.prepared();

        some.passUntil(END.plus(SETTINGS.overrun()).plus(A_WHILE));

        assertThat(some.origin.present()).isEmpty();
        assertThat(some.kept().due()).isEmpty();
        assertThat(some.kept().made()).isEmpty();
        assertThat(some.keptEvent().manifestUrl()).isEmpty();
    }

    @Test
    void whatDiedIsMadeAndStartedAgain() {
        var prepared = some.prepared();
        some.broadcasting.start(some.event.id());
        some.pass(A_WHILE);

        some.origin.lose(prepared);
        some.pass(A_WHILE);

        assertThat(some.kept().state()).isEqualTo(ChannelState.RUNNING);
        assertThat(some.origin.status(prepared).state()).isEqualTo(ChannelState.RUNNING);
    }

    @Test
    void whatCannotBeMadeSaysWhyUntilItCan() {
        some.origin.cannotMake(new Trouble("There is no ffmpeg.", true));
        some.prepared();
        some.pass(A_WHILE);
        assertThat(some.kept().state()).isEqualTo(ChannelState.CREATE_FAILED);
        assertThat(some.kept().trouble()).isEqualTo(new Trouble("There is no ffmpeg.", true));

        some.origin.cannotMake(null);
        some.pass(Duration.ofMinutes(5));
        assertThat(some.kept().state()).isEqualTo(ChannelState.IDLE);
        assertThat(some.kept().trouble()).isNull();
    }

    @Test
    void howItIsFedIsSeen() {
        var prepared = some.prepared();
        some.broadcasting.start(some.event.id());
        some.pass(A_WHILE);
        assertThat(some.kept().health().findings()).containsExactly(InputFinding.NO_INPUT);

        some.origin.push(prepared.streamKey());
        some.pass(A_WHILE);
        assertThat(some.kept().health().video()).isEqualTo("640x360 25 fps h264");

        some.origin.leave(prepared.streamKey());
        some.pass(A_WHILE);
        assertThat(some.kept().health().findings()).containsExactly(InputFinding.INPUT_LOST);
    }

    @Test
    void anEventThatIsTakenDownStopsItsChannel() {
        some.prepared();
        some.broadcasting.start(some.event.id());
        some.pass(A_WHILE);

        some.events.replace(some.keptEvent(), archived(some.keptEvent(), some.clock.instant()));
        some.pass(A_WHILE);

        assertThat(some.origin.present()).isEmpty();
        assertThat(some.kept().due()).isEmpty();
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
    void aStopIsCarriedOutWhileNobodySeesHowTheChannelStands() {
        some.prepared();
        some.broadcasting.start(some.event.id());
        some.pass(A_WHILE);
        some.origin.blind(true);
        some.broadcasting.stop(some.event.id());
        some.pass(A_WHILE);

        some.origin.blind(false);
        some.origin.status(some.kept());
        assertThat(some.origin.status(some.kept()).state()).isEqualTo(ChannelState.IDLE);
    }

    @Test
    void whatWasStartedAndNeverSeenToRunIsStoppedToo() {
        var prepared = some.prepared();
        some.pass(A_WHILE);
        some.broadcasting.start(some.event.id());
        some.pass(Duration.ofSeconds(2));
        assertThat(some.kept().state()).isEqualTo(ChannelState.IDLE);
        some.origin.blind(true);
        some.broadcasting.stop(some.event.id());
        some.pass(A_WHILE);

        some.origin.blind(false);
        assertThat(some.origin.status(prepared).state()).isEqualTo(ChannelState.STOPPING);
    }

    @Test
    void anOverrunEndsAChannelThatNobodySees() {
        some.prepared();
        some.passUntil(START);
        some.origin.push(some.kept().streamKey());
        some.passUntil(END);
        some.origin.blind(true);
        some.passUntil(END.plus(SETTINGS.overrun()).plus(A_WHILE));
        assertThat(some.kept().wanted()).isEqualTo(ChannelGoal.IDLE);

        some.origin.blind(false);
        some.pass(A_WHILE);
        assertThat(some.kept().state()).isEqualTo(ChannelState.IDLE);
    }

    @Test
    void nobodyIsMissedWhileItIsNotKnownWhoIsThere() {
        some.prepared();
        some.broadcasting.start(some.event.id());
        some.pass(A_WHILE);
        some.origin.unknown(true);
        some.pass(SETTINGS.unfed().plus(A_WHILE));
        assertThat(some.kept().wanted()).isEqualTo(ChannelGoal.RUNNING);
        assertThat(some.kept().trouble()).isEqualTo(new Trouble("Nobody knows.", true));

        some.broadcasting.stop(some.event.id());
        some.pass(A_WHILE);
        assertThat(some.kept().state()).isEqualTo(ChannelState.IDLE);
        assertThat(some.kept().trouble()).isNull();
    }

    @Test
    void aShowIsRecordedFromItsBeginningThoughItIsToldLateThatItWasFed() {
        some.origin.tellsLate(Duration.ofMinutes(3));
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
        some.origin.tellsLate(Duration.ofMinutes(3));
        some.shown();
        some.pass(A_WHILE);
        assertThat(some.kept().made()).isEmpty();

        some.pass(Duration.ofMinutes(4));
        assertThat(some.kept().made()).isPresent();
    }

    @Test
    void aShowThatIsOverrunBeforeItIsToldOfIsRecorded() {
        some.origin.tellsLate(Duration.ofMinutes(3));
        var prepared = some.prepared();
        some.passUntil(END.plus(SETTINGS.overrun()).minusSeconds(62));
        some.broadcasting.start(some.event.id());
        some.origin.push(prepared.streamKey());
        some.pass(Duration.ofMinutes(6));

        assertThat(some.recordings.of(some.event.id())).hasSize(1);
    }

    @Test
    void whatWasDecidedMeanwhileIsNotUndone() {
        some.prepared();
        var before = some.kept();
        some.broadcasting.start(some.event.id());
        some.pass(A_WHILE);
        var running = some.kept();

        some.tending.lookAt(before);

        assertThat(some.kept()).isEqualTo(running);
        assertThatThrownBy(() -> some.broadcasts.replace(before, before.stopped(some.clock.instant())))
                .isInstanceOf(VersionConflict.class);
    }

    @Test
    void aChannelThatNobodyOwnsIsRemoved() {
        var prepared = some.prepared();
        var stray = SomeBroadcasts.aBroadcastOf(EventId.fresh());
        var former = SomeBroadcasts.aBroadcastOf(some.event.id());
        some.origin.provision(stray);
        some.origin.provision(former);

        some.tending.removeStrays();
        assertThat(some.origin.present()).hasSize(3);
        some.tending.removeStrays();

        assertThat(some.origin.present()).containsExactly(prepared.ref());
    }

    @Test
    void theLogSaysWhyAChannelWasRemoved() {
        var over = some.shown();
        some.pass(Duration.ofMinutes(20));
        var stray = SomeBroadcasts.aBroadcastOf(EventId.fresh());
        var former = SomeBroadcasts.aBroadcastOf(some.event.id());
        List.of(over, stray, former).forEach(some.origin::provision);

        try (var kept = new KeptLines(Logger.getLogger(Tending.class.getName()))) {
            some.tending.removeStrays();
            some.tending.removeStrays();

            assertThat(kept.lines())
                    .extracting(line -> line.getParameters()[0])
                    .containsExactlyInAnyOrder(
                            removed(over, "It is over."),
                            removed(stray, "Nothing is noted of it."),
                            removed(former, "Its event has another one."));
        }
        assertThat(some.origin.present()).isEmpty();
    }

    @Test
    void theLogSaysWhyEachStepOfALifeWasTaken() {
        try (var kept = new KeptLines(Logger.getLogger(Tending.class.getName()))) {
            some.shown();
            some.pass(Duration.ofMinutes(20));

            assertThat(kept.lines().stream().map(LogRecord::getMessage))
                    .contains(
                            "A channel is started.",
                            "A channel is stopped.",
                            "A channel is removed.",
                            "A channel is gone.");
            assertThat(kept.lines())
                    .allSatisfy(line ->
                            assertThat(String.valueOf(line.getParameters()[0])).containsPattern("why=[^,}]+"));
        }
    }

    private static Map<String, String> removed(Broadcast stray, String why) {
        return Map.of(
                "requestId",
                "none",
                "eventId",
                stray.event().value(),
                "broadcastId",
                stray.id().value(),
                "why",
                why);
    }

    @Test
    void whatIsNotedAfterTheFirstSweepStays() {
        var early = SomeBroadcasts.aBroadcastOf(some.event.id());
        some.origin.provision(early);
        some.tending.removeStrays();
        some.broadcasts.add(early);

        some.tending.removeStrays();

        assertThat(some.origin.present()).containsExactly(early.ref());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aStrayThatCannotBeRemovedKeepsNoOther(boolean byMistake) {
        var stuck = SomeBroadcasts.aBroadcastOf(EventId.fresh());
        some.origin.provision(stuck);
        for (var stray = 0; stray < 5; stray++) {
            some.origin.provision(SomeBroadcasts.aBroadcastOf(EventId.fresh()));
        }
        some.origin.holds(
                stuck.ref(),
                byMistake
                        ? new IllegalStateException("The origin has a bug.")
                        : new Unavailable("The origin does not answer.", Duration.ofSeconds(1)));

        some.tending.removeStrays();
        some.tending.removeStrays();

        assertThat(some.origin.present()).containsExactly(stuck.ref());
    }

    @Test
    void whatIsNotedAndCannotBeReadStaysAndKeepsNoStray() {
        var unread = SomeBroadcasts.aBroadcastOf(EventId.fresh());
        some.origin.provision(unread);
        some.origin.provision(SomeBroadcasts.aBroadcastOf(EventId.fresh()));
        some.tending.broadcasts = new BroadcastsInMemory() {
            @Override
            public Optional<Broadcast> find(EventId event) {
                if (event.equals(unread.event())) {
                    throw new IllegalArgumentException("No enum constant");
                }
                return super.find(event);
            }
        };

        some.tending.removeStrays();
        some.tending.removeStrays();

        assertThat(some.origin.present()).containsExactly(unread.ref());
    }
}
