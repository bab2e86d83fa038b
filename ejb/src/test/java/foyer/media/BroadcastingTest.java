package foyer.media;

import static foyer.event.SomeEvents.END;
import static foyer.event.SomeEvents.START;
import static foyer.event.SomeEvents.archived;
import static foyer.event.SomeEvents.replanned;
import static foyer.media.SomeBroadcasts.SETTINGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.event.EventId;
import foyer.media.captions.CaptionTrack;
import foyer.media.ingest.LiveCaptions;
import foyer.media.ingest.SrtCall;
import foyer.shared.Fields;
import foyer.shared.NotFound;
import foyer.shared.Unavailable;
import foyer.shared.ValidationFailed;
import foyer.shared.VersionConflict;
import foyer.shared.WrongState;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class BroadcastingTest {
    private static final String UPLOAD = "https://elsewhere.example.com/upload.m3u8";

    private final SomeLive some = new SomeLive();

    @Test
    void aPreparedStreamIsWhatTheEventPlays() {
        var prepared = some.prepare();

        assertThat(prepared.preparedNow()).isTrue();
        assertThat(prepared.stream().ingest())
                .isEqualTo(some.origin.ingest(prepared.stream().broadcast()));
        assertThat(some.keptEvent().manifestUrl())
                .contains(String.valueOf(prepared.stream().manifest()));
        assertThat(prepared.stream().broadcast().startsAt()).isEqualTo(START.minus(SETTINGS.lead()));
    }

    @Test
    void preparingAgainIsTheSameStream() {
        var first = some.prepare();
        some.broadcasting.screening.showInstead(
                some.event.id(), String.valueOf(first.stream().manifest()), null);

        var again = some.prepare();

        assertThat(again.preparedNow()).isFalse();
        assertThat(again.stream()).isEqualTo(first.stream());
        assertThat(some.origin.present()).hasSize(1);
        assertThat(some.keptEvent().manifestUrl())
                .contains(String.valueOf(first.stream().manifest()));
    }

    @Test
    void anEncoderIsCalledWhereItsOrganizerSaysSo() {
        var call = SomeBroadcasts.aCall(1);

        var prepared = some.broadcasting.prepare(some.event.id(), calling(call));

        assertThat(prepared.stream().ingest()).isNull();
        assertThat(prepared.stream().broadcast().call()).isEqualTo(call);
        assertThat(some.kept().call()).isEqualTo(call);
        assertThat(some.broadcasting.find(some.event.id()).broadcast().call()).isEqualTo(call);
    }

    @Test
    void captionsThatLieInThePictureArePartOfHowItIsFed() {
        var english = Map.of("channel", 1L, "language", "en", "label", "English");
        var captioned = Fields.of(Map.of("ingest", Map.of("protocol", "RTMP", "captions", List.of(english))));
        var plain = some.prepared();

        var prepared =
                some.broadcasting.prepare(some.event.id(), captioned).stream().broadcast();

        assertThat(prepared.id()).isNotEqualTo(plain.id());
        assertThat(some.kept().captions()).containsExactly(new LiveCaptions(1, new CaptionTrack("en", "English")));
        some.broadcasting.start(some.event.id());
        some.pass(Duration.ofSeconds(20));
        assertThat(some.kept().captions()).isEqualTo(prepared.captions());
        assertThat(some.prepare().stream().broadcast().id()).isEqualTo(prepared.id());
    }

    @Test
    void whatComesInIsSeenInASmallPictureAsLongAsItDoes() {
        var prepared = some.prepared();
        assertThatThrownBy(() -> some.broadcasting.thumbnail(some.event.id())).isInstanceOf(NotFound.class);
        some.broadcasting.start(some.event.id());
        some.origin.push(prepared.streamKey());
        some.pass(Duration.ofSeconds(20));

        assertThat(some.broadcasting.thumbnail(some.event.id())).isNotEmpty();

        some.broadcasting.stop(some.event.id());
        some.pass(Duration.ofSeconds(20));
        assertThatThrownBy(() -> some.broadcasting.thumbnail(some.event.id())).isInstanceOf(NotFound.class);
    }

    @Test
    void howItIsFedStaysUntilSomebodySaysOtherwise() {
        var call = SomeBroadcasts.aCall(1);
        var first = some.broadcasting.prepare(some.event.id(), calling(call));

        assertThat(some.prepare().stream()).isEqualTo(first.stream());
        assertThat(some.broadcasting.prepare(some.event.id(), calling(call)).stream())
                .isEqualTo(first.stream());
    }

    @Test
    void fedOtherwiseAnotherTakesItsPlaceAndItIsRemoved() {
        var pushed = some.prepared();

        var called = some.broadcasting.prepare(some.event.id(), calling(SomeBroadcasts.aCall(1)));

        assertThat(called.preparedNow()).isTrue();
        var now = called.stream().broadcast();
        assertThat(now.id()).isNotEqualTo(pushed.id());
        assertThat(now.displaced()).isEqualTo(pushed.displaced());
        assertThat(some.keptEvent().manifestUrl())
                .contains(String.valueOf(called.stream().manifest()));
        assertThat(some.origin.present()).containsExactly(now.ref());
    }

    @Test
    void whatRunsGoesOnBeingFedAsItIs() {
        var pushed = some.prepared();
        some.broadcasting.start(some.event.id());

        assertThatThrownBy(() -> some.broadcasting.prepare(some.event.id(), calling(SomeBroadcasts.aCall(1))))
                .isInstanceOf(WrongState.class);
        assertThat(some.kept().id()).isEqualTo(pushed.id());

        some.broadcasting.stop(some.event.id());
        assertThat(some.broadcasting
                        .prepare(some.event.id(), calling(SomeBroadcasts.aCall(1)))
                        .preparedNow())
                .isTrue();
    }

    @Test
    void whatStillRunsAsItIsReplacedIsRemovedAtOnce() {
        some.prepared();
        some.broadcasting.start(some.event.id());
        some.pass(Duration.ofSeconds(20));
        assertThat(some.kept().state()).isEqualTo(ChannelState.RUNNING);
        some.broadcasting.stop(some.event.id());

        var called = some.broadcasting.prepare(some.event.id(), calling(SomeBroadcasts.aCall(1)));

        assertThat(some.origin.present())
                .containsExactly(called.stream().broadcast().ref());
    }

    @Test
    void whatCannotBeRemovedAsItIsReplacedIsLeftToTheSweep() {
        var pushed = some.prepared();
        some.origin.holds(pushed.ref(), new Unavailable("It does not answer.", Duration.ofSeconds(1)));

        var called = some.broadcasting.prepare(some.event.id(), calling(SomeBroadcasts.aCall(1)));

        assertThat(some.kept().id()).isEqualTo(called.stream().broadcast().id());
        assertThat(some.origin.present()).contains(pushed.ref());
    }

    @Test
    void whatRanAndWasNeverFedMayBeFedOtherwise() {
        some.prepared();
        some.passUntil(START.plus(Duration.ofMinutes(2)));
        some.broadcasting.stop(some.event.id());
        some.pass(Duration.ofSeconds(10));

        var called = some.broadcasting.prepare(some.event.id(), calling(SomeBroadcasts.aCall(1)));

        assertThat(called.preparedNow()).isTrue();
        some.pass(Duration.ofSeconds(20));
        assertThat(some.kept().id()).isEqualTo(called.stream().broadcast().id());
        assertThat(some.kept().state()).isEqualTo(ChannelState.RUNNING);
    }

    @Test
    void whoIsToldLateOfAnEncoderKeepsWhatMayHaveBeenFed() {
        some.origin.tellsLate(Duration.ofMinutes(4));
        var call = SomeBroadcasts.aCall(1);
        some.prepared();
        some.passUntil(START.plus(Duration.ofMinutes(2)));
        some.broadcasting.stop(some.event.id());
        some.pass(Duration.ofSeconds(10));

        assertThatThrownBy(() -> some.broadcasting.prepare(some.event.id(), calling(call)))
                .isInstanceOf(Unavailable.class);

        some.pass(Duration.ofMinutes(5));
        assertThat(some.broadcasting.prepare(some.event.id(), calling(call)).preparedNow())
                .isTrue();
    }

    @Test
    void whatIsFedAsItIsStoppedIsNotLostToAnother() {
        some.origin.tellsLate(Duration.ofMinutes(4));
        var pushed = some.prepared();
        some.passUntil(START.plus(Duration.ofMinutes(2)));
        some.origin.push(pushed.streamKey());
        some.pass(Duration.ofSeconds(30));
        some.broadcasting.stop(some.event.id());
        some.origin.tellsLate(Duration.ofMillis(1));

        assertThatThrownBy(() -> some.broadcasting.prepare(some.event.id(), calling(SomeBroadcasts.aCall(1))))
                .isInstanceOf(WrongState.class);
        assertThat(some.kept().id()).isEqualTo(pushed.id());
    }

    @Test
    void whatWasShownIsNotLostToAnother() {
        some.shown();

        assertThatThrownBy(() -> some.broadcasting.prepare(some.event.id(), calling(SomeBroadcasts.aCall(1))))
                .isInstanceOf(WrongState.class);
    }

    @Test
    void whereNobodyCallsNothingIsPrepared() {
        some.origin.calls(OptionalInt.empty());

        assertThatThrownBy(() -> some.broadcasting.prepare(some.event.id(), calling(SomeBroadcasts.aCall(1))))
                .isInstanceOf(ValidationFailed.class);
        assertThat(some.broadcasts.find(some.event.id())).isEmpty();
    }

    private static Fields calling(SrtCall call) {
        var ingest = new HashMap<String, Object>(call.tree());
        ingest.put("protocol", "SRT");
        return Fields.of(Map.of("ingest", ingest));
    }

    @Test
    void afterOneThatIsOverAnotherIsPrepared() {
        var first = some.shown();
        some.pass(Duration.ofSeconds(30));
        some.recordings.of(some.event.id()).forEach(some.recordings::remove);

        var next = some.prepare();
        some.tending.removeStrays();
        some.tending.removeStrays();

        assertThat(next.preparedNow()).isTrue();
        assertThat(next.stream().broadcast().id()).isNotEqualTo(first.id());
        assertThat(some.origin.present())
                .containsExactly(next.stream().broadcast().ref());
    }

    @Test
    void aMistakenStopIsTakenBackWhileTheRecordingIsMade() {
        some.shown();
        some.origin.harvests(Harvested.Running::new);
        some.pass(Duration.ofSeconds(20));
        assertThat(some.kept().harvest()).isEqualTo(HarvestState.HARVESTING);
        some.origin.harvests(null);

        some.broadcasting.start(some.event.id());
        some.pass(Duration.ofMinutes(1));
        assertThat(some.kept().state()).isEqualTo(ChannelState.RUNNING);
        some.broadcasting.stop(some.event.id());
        some.pass(Duration.ofSeconds(30));

        assertThat(some.recordings.of(some.event.id())).hasSize(1);
        assertThat(some.recordings.of(some.event.id()).get(0).length())
                .isBetween(Duration.ofSeconds(105), Duration.ofSeconds(125));
    }

    @Test
    void aRecordingThatIsDoneAsItsStopIsTakenBackIsWithdrawn() {
        some.shown();
        var live = some.origin.playback(some.kept()).toString();
        some.origin.harvests(() -> {
            some.broadcasting.start(some.event.id());
            return new Harvested.Done(Duration.ofSeconds(58), 1_000);
        });
        assertThatThrownBy(() -> some.pass(Duration.ofSeconds(20))).isInstanceOf(VersionConflict.class);

        assertThat(some.recordings.of(some.event.id())).isEmpty();
        assertThat(some.keptEvent().manifestUrl()).contains(live);
        some.pass(Duration.ofSeconds(10));
        assertThat(some.kept().state()).isEqualTo(ChannelState.RUNNING);
    }

    @Test
    void aRecordingThatIsThereIsNotReplacedByAnEmptyChannel() {
        some.shown();
        some.pass(Duration.ofSeconds(30));
        var plays = some.keptEvent().manifestUrl();

        assertThatThrownBy(() -> some.prepare()).isInstanceOf(WrongState.class).hasMessageContaining("recording");

        assertThat(some.keptEvent().manifestUrl()).isEqualTo(plays);
        assertThat(some.kept().made()).isPresent();
    }

    @Test
    void anEventThatIsMovedToAfterItsRecordingMayBeShownLiveAgain() {
        some.shown();
        some.pass(Duration.ofSeconds(30));
        var plays = some.keptEvent().manifestUrl();
        some.events.replace(some.keptEvent(), replanned(some.keptEvent(), "endsAt", "2030-05-02T22:00:00"));
        some.events.replace(some.keptEvent(), replanned(some.keptEvent(), "startsAt", "2030-05-02T20:00:00"));

        var next = some.prepare();

        assertThat(next.preparedNow()).isTrue();
        assertThat(next.stream().broadcast().displaced()).isEqualTo(plays.orElseThrow());
    }

    @Test
    void whatTheEventPlayedBeforeItPlaysAgainIfNobodyFedTheStream() {
        some.broadcasting.screening.show(some.event.id(), UPLOAD);
        some.prepared();
        assertThat(some.kept().displaced()).isEqualTo(UPLOAD);
        some.prepared();

        some.passUntil(END.plus(SETTINGS.overrun()).plusSeconds(20));

        assertThat(some.origin.present()).isEmpty();
        assertThat(some.keptEvent().manifestUrl()).contains(UPLOAD);
    }

    @Test
    void whatWasChosenSinceThePreparationIsWhatIsPlayedAgain() {
        some.prepared();
        some.broadcasting.screening.show(some.event.id(), UPLOAD);

        var again = some.prepared();

        assertThat(again.displaced()).isEqualTo(UPLOAD);
        assertThat(some.keptEvent().manifestUrl())
                .contains(some.origin.playback(again).toString());
    }

    @Test
    void afterOneThatShowedNothingTheNextKnowsWhatWasBeforeBoth() {
        some.broadcasting.screening.show(some.event.id(), UPLOAD);
        some.shown();
        some.origin.harvests(Harvested.Nothing::new);
        some.pass(Duration.ofSeconds(30));

        var next = some.prepare();

        assertThat(next.preparedNow()).isTrue();
        assertThat(next.stream().broadcast().displaced()).isEqualTo(UPLOAD);
    }

    @Test
    void aRecordingThatIsMadeDuringThePreparationStays() {
        some.shown();
        some.broadcasting.screening.show(some.event.id(), UPLOAD);
        some.broadcasting.origin = (LiveOrigin) Proxy.newProxyInstance(
                LiveOrigin.class.getClassLoader(), new Class<?>[] {LiveOrigin.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("provision")) {
                        some.pass(Duration.ofSeconds(30));
                    }
                    return method.invoke(some.origin, arguments);
                });

        assertThatThrownBy(() -> some.prepare()).isInstanceOf(WrongState.class);

        assertThat(some.kept().made()).isPresent();
        assertThat(some.keptEvent().manifestUrl()).contains(UPLOAD);
    }

    @Test
    void startAndStopSayWhatShouldBe() {
        some.prepared();

        assertThat(some.broadcasting.start(some.event.id()).broadcast().wanted())
                .isEqualTo(ChannelGoal.RUNNING);
        assertThat(some.broadcasting.stop(some.event.id()).broadcast().wanted()).isEqualTo(ChannelGoal.IDLE);
        assertThat(some.broadcasting.find(some.event.id()).broadcast()).isEqualTo(some.kept());
    }

    @Test
    void ofWhatIsOverTheRecordingIsTold() {
        some.shown();
        some.pass(Duration.ofSeconds(30));

        var over = some.broadcasting.find(some.event.id());

        assertThat(over.ingest()).isNull();
        assertThat(over.broadcast().made()).isPresent();
        assertThatThrownBy(() -> some.broadcasting.start(some.event.id()))
                .isInstanceOf(WrongState.class)
                .hasMessageContaining("over");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        var event = some.event.id();

        assertThatThrownBy(() -> some.broadcasting.prepare(EventId.fresh(), Fields.of(Map.of())))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> some.broadcasting.find(event)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> some.broadcasting.start(event)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> some.broadcasting.stop(event)).isInstanceOf(NotFound.class);
    }

    @Test
    void anArchivedEventHasNoStream() {
        some.events.replace(some.keptEvent(), archived(some.keptEvent(), some.clock.instant()));

        assertThatThrownBy(() -> some.prepare()).isInstanceOf(WrongState.class).hasMessageContaining("archived");
    }

    @Test
    void forAnEventThatIsLongOverNothingIsPrepared() {
        some.clock.pass(Duration.between(some.clock.instant(), END.plus(SETTINGS.overrun())));

        assertThatThrownBy(() -> some.prepare()).isInstanceOf(WrongState.class);
        assertThat(some.broadcasts.find(some.event.id())).isEmpty();
    }

    @Test
    void whatTheDeploymentLacksIsSaid() {
        some.origin.lacks("There is no ffmpeg.");

        assertThatThrownBy(() -> some.prepare()).isInstanceOf(WrongState.class).hasMessage("There is no ffmpeg.");
    }
}
