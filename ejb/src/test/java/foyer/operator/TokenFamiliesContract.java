package foyer.operator;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.shared.Ids;
import foyer.shared.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What every keeper of refresh tokens promises. */
public interface TokenFamiliesContract {
    TokenFamilies families();

    @Test
    default void aFamilyIsFoundAsItWasStarted() {
        var family = started();

        assertThat(families().find(family.id())).contains(family);
    }

    @Test
    default void oneTokenTakesAnothersPlaceOnce() {
        var family = started();

        assertThat(families().rotate(family.id(), "first", "second")).isTrue();
        assertThat(families().rotate(family.id(), "first", "third")).isFalse();
        assertThat(families().find(family.id()).orElseThrow().goodHash()).isEqualTo("second");
    }

    @Test
    default void whatEndedDoesNotRotateAndDoesNotComeBack() {
        var family = started();

        families().end(family.id());

        assertThat(families().rotate(family.id(), "first", "second")).isFalse();
        assertThat(families().find(family.id())).isEmpty();
    }

    @Test
    default void endingWhatIsNotThereDoesNothing() {
        families().end(Ids.fresh());
    }

    @Test
    default void ofTwelveWhoUseOneTokenAtOnceOneWins() throws Exception {
        var family = started();
        var crowd = Executors.newFixedThreadPool(12);
        try {
            var tries = new ArrayList<Callable<Boolean>>();
            for (var person = 0; person < 12; person++) {
                var mine = "of person " + person;
                tries.add(() -> families().rotate(family.id(), "first", mine));
            }
            var won = 0;
            for (Future<Boolean> each : crowd.invokeAll(tries)) {
                won += each.get(30, TimeUnit.SECONDS) ? 1 : 0;
            }
            assertThat(won).isEqualTo(1);
        } finally {
            crowd.shutdown();
        }
    }

    private TokenFamily started() {
        var family = new TokenFamily(
                Ids.fresh(),
                OperatorId.fresh(),
                "first",
                SettableClock.NOON,
                SettableClock.NOON.plus(Duration.ofDays(1)));
        families().start(family);
        return family;
    }
}
