package foyer.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;

/** What every origin of live pictures promises of what encoders send and viewers see, also when either comes again. */
public interface LivePictureContract extends TriedLiveOrigin {
    @Test
    default void anEncoderThatListensIsCalledForAsLongAsTheChannelRuns() {
        assumeTrue(origin().callers().isPresent(), "This origin calls no encoder.");
        var call = SomeBroadcasts.aCall(origin().callers().getAsInt());
        var encoder = listen(call);
        try {
            var broadcast = trial().made(SomeBroadcasts.aCalledOne(call));
            assertThat(trial().input(broadcast).connected()).isFalse();

            trial().start(broadcast);
            trial().until(() -> trial().input(broadcast).connected() && plays(broadcast));

            trial().stop(broadcast);
            assertThat(trial().input(broadcast).connected()).isFalse();
            trial().retire(broadcast);
        } finally {
            encoder.end();
        }
    }

    @Test
    default void whatIsPushedPlays() {
        var broadcast = trial().running();
        trial().whilePushing(broadcast, () -> {
            trial().until(() -> plays(broadcast));

            trial().until(() -> trial().input(broadcast).connected());
            trial().until(() -> trial().input(broadcast).bitrate() > 0);
            trial().until(() -> trial().input(broadcast).video() != null
                    && trial().input(broadcast).audio() != null);
            assertThat(trial().input(broadcast).findings())
                    .doesNotContain(InputFinding.NO_INPUT, InputFinding.NO_VIDEO, InputFinding.NO_AUDIO);
            assertThat(hasEnded(broadcast)).isFalse();
        });
    }

    @Test
    default void whatIsPushedIsSeenInASmallPicture() {
        var broadcast = trial().running();
        assertThat(origin().thumbnail(broadcast)).isEmpty();

        trial().whilePushing(broadcast, () -> {
            trial().until(() -> plays(broadcast) && trial().input(broadcast).connected());
            trial().until(() -> origin().thumbnail(broadcast).isPresent());

            assertThat(origin().thumbnail(broadcast).orElseThrow()).startsWith((byte) 0xFF, (byte) 0xD8, (byte) 0xFF);
        });
        trial().stop(broadcast);
        assertThat(origin().thumbnail(broadcast)).isEmpty();
    }

    @Test
    default void anEncoderThatGoesIsMissedAndMayComeAgain() {
        var broadcast = trial().running();
        trial().feed(broadcast, SOME_PICTURE);
        trial().until(() -> trial().input(broadcast).findings().contains(InputFinding.INPUT_LOST));

        assertThat(trial().input(broadcast).connected()).isFalse();
        assertThat(plays(broadcast)).isTrue();
        trial().whilePushing(
                        broadcast,
                        () -> trial().until(() -> trial().input(broadcast).connected()));
    }

    @Test
    default void afterARehearsalNothingOfItIsTold() {
        assumeTrue(forgetsRehearsals());
        var rehearsal = SomeBroadcasts.begun(trial().made(), now());
        trial().start(rehearsal);
        trial().feed(rehearsal, SOME_PICTURE);
        trial().stop(rehearsal);
        assertThat(plays(rehearsal)).isTrue();

        var show = SomeBroadcasts.begun(rehearsal, now());
        trial().start(show);

        assertThat(plays(show)).isFalse();
        trial().feed(show, SOME_PICTURE);
    }

    @Test
    default void whatWasBegunStaysWhenItIsStartedAgain() {
        var begun = SomeBroadcasts.begun(trial().made(), now());
        trial().start(begun);
        trial().feed(begun, SOME_PICTURE);
        trial().stop(begun);

        trial().start(begun);

        assertThat(plays(begun)).isTrue();
        assertThat(hasEnded(begun)).isFalse();
    }

    @Test
    default void startedAgainItGoesOn() {
        var broadcast = trial().running();
        trial().feed(broadcast, SOME_PICTURE);
        trial().stop(broadcast);

        trial().start(broadcast);

        assertThat(hasEnded(broadcast)).isFalse();
        trial().whilePushing(broadcast, () -> {
            trial().until(() -> trial().input(broadcast).connected());
            assertThat(plays(broadcast)).isTrue();
        });
    }
}
