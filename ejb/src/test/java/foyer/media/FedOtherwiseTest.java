package foyer.media;

import static foyer.event.SomeEvents.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.media.captions.CaptionTrack;
import foyer.media.ingest.LiveCaptions;
import foyer.media.ingest.SrtCall;
import foyer.shared.Fields;
import foyer.shared.Unavailable;
import foyer.shared.ValidationFailed;
import foyer.shared.WrongState;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Streams that are to be fed in another way than they were prepared for. */
class FedOtherwiseTest {
    private final SomeLive some = new SomeLive();

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
        some.origin.trouble.holds(pushed.ref(), new Unavailable("It does not answer.", Duration.ofSeconds(1)));

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
        some.origin.trouble.tellsLate(Duration.ofMinutes(4));
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
        some.origin.trouble.tellsLate(Duration.ofMinutes(4));
        var pushed = some.prepared();
        some.passUntil(START.plus(Duration.ofMinutes(2)));
        some.origin.push(pushed.streamKey());
        some.pass(Duration.ofSeconds(30));
        some.broadcasting.stop(some.event.id());
        some.origin.trouble.tellsLate(Duration.ofMillis(1));

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
}
