package foyer.running;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.launch.Await;
import foyer.whole.Called;
import java.time.Duration;
import java.util.function.Supplier;

/** Somebody who guesses, and has to wait for longer the longer they do. */
final class Guessing {
    /** The wait is doubled each time: it takes no longer than the one that is waited for. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final int LONG_SECONDS = 5;

    private Guessing() {}

    /**
     * Guesses until the next one has to wait for some seconds. The first wait is of one second, which may be over before anything
     * can be asked in it.
     */
    static void untilTheWaitIsLong(Supplier<Called> wrong) {
        assertThat(Await.started(PATIENCE, () -> {
                    var answer = wrong.get();
                    assertThat(answer.status()).isIn(401, 429);
                    return answer.status() == 429 && Integer.parseInt(answer.header("Retry-After")) >= LONG_SECONDS;
                }))
                .as("made to wait for longer each time")
                .isTrue();
    }
}
