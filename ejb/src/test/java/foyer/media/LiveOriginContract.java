package foyer.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import foyer.media.ingest.SrtCall;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/** What every origin of live pictures promises. */
public interface LiveOriginContract {
    int MOST_QUESTIONS = 600;
    /** Of what is pushed before something is looked for. */
    Duration SOME_PICTURE = Duration.ofSeconds(7);

    LiveOrigin origin();

    /** Whether viewers are given nothing more of a rehearsal once the show has begun. */
    default boolean forgetsRehearsals() {
        return true;
    }

    /** Of a segment. */
    default Duration segment() {
        return Duration.ofSeconds(2);
    }

    /** By the clock that the origin goes by. */
    Instant now();

    /** Lets a tenth of a second of that clock go by, or a few. */
    void pause();

    /** An encoder that sends a moving picture with sound there, until it is ended; it need not be taken. */
    Encoder push(Ingest ingest);

    /** An encoder that waits at its listeners to be called, until it is ended; only for origins that have {@link LiveOrigin#callers}. */
    default Encoder listen(SrtCall call) {
        throw new TestAbortedException("No encoder listens here.");
    }

    /** Whether its master manifest is there for viewers, and the newest segment of each rendition that it names. */
    boolean plays(Broadcast broadcast);

    /** Whether who watches is told that no more will come. */
    boolean hasEnded(Broadcast broadcast);

    /** Whether a recording is there for viewers. */
    boolean plays(Broadcast broadcast, RecordingId recording);

    /** Sends until it is ended. */
    interface Encoder {
        void end();
    }

    @Test
    default void whatWasNeverMadeIsNone() {
        assertThat(state(SomeBroadcasts.aBroadcast())).isEqualTo(ChannelState.DELETED);
    }

    @Test
    default void aChannelIsMadeOnce() {
        var broadcast = made();
        origin().provision(broadcast);

        assertThat(state(broadcast)).isEqualTo(ChannelState.IDLE);
        assertThat(origin().present())
                .filteredOn(present -> present.event().equals(broadcast.event()))
                .containsExactly(broadcast.ref());
    }

    @Test
    default void eachBroadcastIsFedWithItsOwnKey() {
        var one = made();
        var other = made();

        assertThat(origin().ingest(one).streamKey()).isEqualTo(one.streamKey());
        assertThat(origin().ingest(one)).isNotEqualTo(origin().ingest(other)).isEqualTo(origin().ingest(one));
    }

    @Test
    default void anEncoderThatListensIsCalledForAsLongAsTheChannelRuns() {
        assumeTrue(origin().callers().isPresent(), "This origin calls no encoder.");
        var call = SomeBroadcasts.aCall(origin().callers().getAsInt());
        var encoder = listen(call);
        try {
            var broadcast = made(SomeBroadcasts.aCalledOne(call));
            assertThat(input(broadcast).connected()).isFalse();

            start(broadcast);
            until(() -> input(broadcast).connected() && plays(broadcast));

            stop(broadcast);
            assertThat(input(broadcast).connected()).isFalse();
            retire(broadcast);
        } finally {
            encoder.end();
        }
    }

    @Test
    default void itPlaysWhereItsEventAndItsIdSay() {
        var broadcast = made();

        assertThat(origin().playback(broadcast))
                .asString()
                .endsWith(broadcast.event().value() + "/live/" + broadcast.id().value() + "/master.m3u8");
    }

    @Test
    default void startedItRunsAndMissesAnEncoder() {
        var broadcast = running();
        origin().start(broadcast);

        assertThat(state(broadcast)).isEqualTo(ChannelState.RUNNING);
        assertThat(input(broadcast).connected()).isFalse();
        assertThat(input(broadcast).findings()).contains(InputFinding.NO_INPUT);
        assertThat(plays(broadcast)).isFalse();
    }

    @Test
    default void whatIsPushedPlays() {
        var broadcast = running();
        whilePushing(broadcast, () -> {
            until(() -> plays(broadcast));

            until(() -> input(broadcast).connected());
            until(() -> input(broadcast).bitrate() > 0);
            until(() -> input(broadcast).video() != null && input(broadcast).audio() != null);
            assertThat(input(broadcast).findings())
                    .doesNotContain(InputFinding.NO_INPUT, InputFinding.NO_VIDEO, InputFinding.NO_AUDIO);
            assertThat(hasEnded(broadcast)).isFalse();
        });
    }

    @Test
    default void whatIsPushedIsSeenInASmallPicture() {
        var broadcast = running();
        assertThat(origin().thumbnail(broadcast)).isEmpty();

        whilePushing(broadcast, () -> {
            until(() -> plays(broadcast) && input(broadcast).connected());
            until(() -> origin().thumbnail(broadcast).isPresent());

            assertThat(origin().thumbnail(broadcast).orElseThrow()).startsWith((byte) 0xFF, (byte) 0xD8, (byte) 0xFF);
        });
        stop(broadcast);
        assertThat(origin().thumbnail(broadcast)).isEmpty();
    }

    @Test
    default void anEncoderThatGoesIsMissedAndMayComeAgain() {
        var broadcast = running();
        feed(broadcast, SOME_PICTURE);
        until(() -> input(broadcast).findings().contains(InputFinding.INPUT_LOST));

        assertThat(input(broadcast).connected()).isFalse();
        assertThat(plays(broadcast)).isTrue();
        whilePushing(broadcast, () -> until(() -> input(broadcast).connected()));
    }

    @Test
    default void whatIsNotStartedTakesNothingIn() {
        var broadcast = made();
        whilePushing(broadcast, () -> {
            var then = now().plus(segment());
            until(() -> !now().isBefore(then));

            assertThat(input(broadcast).connected()).isFalse();
            assertThat(state(broadcast)).isEqualTo(ChannelState.IDLE);
        });
    }

    @Test
    default void stoppedItIsIdleAndLetsTheEncoderGo() {
        var broadcast = running();
        whilePushing(broadcast, () -> {
            until(() -> plays(broadcast));

            stop(broadcast);
            origin().stop(broadcast);

            assertThat(state(broadcast)).isEqualTo(ChannelState.IDLE);
            assertThat(input(broadcast).connected()).isFalse();
            until(() -> hasEnded(broadcast));
        });
    }

    @Test
    default void afterARehearsalNothingOfItIsTold() {
        assumeTrue(forgetsRehearsals());
        var rehearsal = SomeBroadcasts.begun(made(), now());
        start(rehearsal);
        feed(rehearsal, SOME_PICTURE);
        stop(rehearsal);
        assertThat(plays(rehearsal)).isTrue();

        var show = SomeBroadcasts.begun(rehearsal, now());
        start(show);

        assertThat(plays(show)).isFalse();
        feed(show, SOME_PICTURE);
    }

    @Test
    default void whatWasBegunStaysWhenItIsStartedAgain() {
        var begun = SomeBroadcasts.begun(made(), now());
        start(begun);
        feed(begun, SOME_PICTURE);
        stop(begun);

        start(begun);

        assertThat(plays(begun)).isTrue();
        assertThat(hasEnded(begun)).isFalse();
    }

    @Test
    default void startedAgainItGoesOn() {
        var broadcast = running();
        feed(broadcast, SOME_PICTURE);
        stop(broadcast);

        start(broadcast);

        assertThat(hasEnded(broadcast)).isFalse();
        whilePushing(broadcast, () -> {
            until(() -> input(broadcast).connected());
            assertThat(plays(broadcast)).isTrue();
        });
    }

    @Test
    default void aRecordingIsMadeOfTheTimeThatIsAskedForOnce() {
        var broadcast = running();
        var came = feed(broadcast, SOME_PICTURE);
        stop(broadcast);
        var recording = RecordingId.fresh();

        var done = (Harvested.Done)
                harvested(broadcast, came.plus(segment()), came.plus(segment().multipliedBy(3)), recording);

        assertThat(done.length()).isBetween(segment(), segment().multipliedBy(3));
        assertThat(done.size()).isPositive();
        assertThat(plays(broadcast, recording)).isTrue();
        assertThat(harvested(
                        broadcast, came.plus(segment()), came.plus(segment().multipliedBy(3)), recording))
                .isEqualTo(done);
    }

    @Test
    default void ofATimeWithoutAPictureNothingIsMade() {
        var broadcast = running();
        var before = now();
        stop(broadcast);
        var recording = RecordingId.fresh();

        assertThat(harvested(broadcast, before, now(), recording)).isInstanceOf(Harvested.Nothing.class);
        assertThat(plays(broadcast, recording)).isFalse();
    }

    @Test
    default void ofWhatIsRetiredTheRecordingIsLeft() {
        var broadcast = running();
        var came = feed(broadcast, SOME_PICTURE);
        stop(broadcast);
        var recording = RecordingId.fresh();
        harvested(broadcast, came, now(), recording);

        retire(broadcast);
        origin().retire(broadcast);

        assertThat(origin().present()).doesNotContain(broadcast.ref());
        assertThat(plays(broadcast)).isFalse();
        assertThat(plays(broadcast, recording)).isTrue();
    }

    @Test
    default void oneThatRunsCanBeRetired() {
        var broadcast = running();
        whilePushing(broadcast, () -> {
            until(() -> input(broadcast).connected());

            retire(broadcast);
        });
        assertThat(origin().present()).doesNotContain(broadcast.ref());
    }

    @Test
    default void whatIsOnlyKnownToBeThereCanBeRetired() {
        var broadcast = made();

        origin().retire(broadcast.ref());
        until(() -> state(broadcast) == ChannelState.DELETED);

        assertThat(origin().present()).isNotNull().doesNotContain(broadcast.ref());
    }

    @Test
    default void whatIsNoneCanBeStartedStoppedAndRetiredInVain() {
        var broadcast = SomeBroadcasts.aBroadcast();

        origin().start(broadcast);
        origin().stop(broadcast);
        origin().retire(broadcast);

        assertThat(state(broadcast)).isEqualTo(ChannelState.DELETED);
    }

    private Broadcast made() {
        return made(SomeBroadcasts.aBroadcast());
    }

    private Broadcast made(Broadcast broadcast) {
        origin().provision(broadcast);
        until(() -> state(broadcast) == ChannelState.IDLE);
        return broadcast;
    }

    private Broadcast running() {
        var broadcast = made();
        start(broadcast);
        return broadcast;
    }

    private void start(Broadcast broadcast) {
        origin().start(broadcast);
        assertThat(state(broadcast)).isIn(Set.of(ChannelState.STARTING, ChannelState.RUNNING));
        until(() -> state(broadcast) == ChannelState.RUNNING);
    }

    private void stop(Broadcast broadcast) {
        origin().stop(broadcast);
        assertThat(state(broadcast)).isIn(Set.of(ChannelState.STOPPING, ChannelState.IDLE));
        until(() -> state(broadcast) == ChannelState.IDLE);
    }

    private void retire(Broadcast broadcast) {
        origin().retire(broadcast);
        until(() -> state(broadcast) == ChannelState.DELETED);
    }

    /** When the encoder was first seen; for so long there is a picture that plays. */
    private Instant feed(Broadcast broadcast, Duration length) {
        var encoder = push(origin().ingest(broadcast));
        try {
            until(() -> input(broadcast).connected());
            var came = now();
            until(() -> input(broadcast).connected() && !now().isBefore(came.plus(length)) && plays(broadcast));
            return came;
        } finally {
            encoder.end();
        }
    }

    private void whilePushing(Broadcast broadcast, Runnable meanwhile) {
        var encoder = push(origin().ingest(broadcast));
        try {
            meanwhile.run();
        } finally {
            encoder.end();
        }
    }

    private Harvested harvested(Broadcast broadcast, Instant from, Instant until, RecordingId into) {
        var result = origin().harvest(broadcast, from, until, into);
        for (var again = 0; again < MOST_QUESTIONS && result instanceof Harvested.Running; again++) {
            pause();
            result = origin().harvest(broadcast, from, until, into);
        }
        return result;
    }

    private ChannelState state(Broadcast broadcast) {
        return origin().status(broadcast).state();
    }

    private InputHealth input(Broadcast broadcast) {
        return origin().status(broadcast).input();
    }

    private void until(BooleanSupplier condition) {
        for (var question = 0; question < MOST_QUESTIONS && !condition.getAsBoolean(); question++) {
            pause();
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
