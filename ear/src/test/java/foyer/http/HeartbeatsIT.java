package foyer.http;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.launch.Await;
import foyer.launch.Server;
import foyer.whole.Door;
import foyer.whole.EventFixture;
import foyer.whole.Http;
import foyer.whole.Mailbox;
import foyer.whole.OwnServers;
import foyer.whole.Screen;
import foyer.whole.StoreCalls;
import foyer.whole.Whole;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Reports of screens are heard in memory, and what they tell comes to the store in rounds, however many they are. */
@OwnServers
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HeartbeatsIT {
    /** Tables that nobody else's sessions come to: of those there may still be some to write, or to sweep. */
    private static final String PREFIX = "beats-";

    private static final int BEATS = 500;
    private static final Duration ROUND = Duration.ofSeconds(5);
    /** What one round may write: the sessions that are new, and where viewers are. */
    private static final int WRITES_A_ROUND = 2;

    private static final Set<String> TABLES = Set.of(PREFIX + "sessions", PREFIX + "screens", PREFIX + "positions");
    private static final Set<String> READS = Set.of("GetItem", "BatchGetItem", "Query");

    /** Reports in a second: far fewer than one caller sends here. */
    private static final String BEARABLE = "1";

    /** Never so seldom that a right which was taken back outlives a minute. */
    private static final int MOST_SECONDS = 40;

    private final Server server =
            Whole.another(Whole.manyCallers(Whole.settings(PREFIX)).with("foyer.heartbeat.per-second", BEARABLE));
    private final Http everyone = Http.to(server.url());
    private final Http organizer = Whole.signedIn(everyone, Whole.ADMIN_EMAIL, Whole.ADMIN_PASSWORD);

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void noBeatWritesWhereNobodyRegisters() {
        var event = anEvent().publishedBy(organizer);

        assertBeatsWriteInRoundsOnly(Screen.of(Door.login(everyone, event, Map.of())));
    }

    @Test
    void noBeatWritesOfAViewerWhoIsRegistered() {
        var event = anEventThatTrusts().publishedBy(organizer);
        var registered = Door.register(everyone, event, Mailbox.fresh());

        assertBeatsWriteInRoundsOnly(Screen.of(registered.getJsonObject("session")));
    }

    @Test
    void whereMoreReportThanAServerShallBearTheyAreToldToComeLessOften() {
        var screen = Screen.of(Door.login(everyone, anEvent().publishedBy(organizer), Map.of()));

        // It counts for some seconds before it says so.
        assertThat(Await.until(
                        Duration.ofSeconds(30), () -> screen.beat(everyone, 1).getInt("nextInSeconds") == MOST_SECONDS))
                .isTrue();
    }

    private void assertBeatsWriteInRoundsOnly(Screen screen) {
        var began = System.nanoTime();
        // Before the first report: where nobody registers a round that comes right after it writes all there is.
        var before = writes();
        assertThat(screen.goesOn(everyone)).isTrue();

        for (var beat = 1; beat <= BEATS; beat++) {
            assertThat(screen.beat(everyone, beat).getBoolean("continue")).isTrue();
        }

        var written = writes() - before;
        var rounds = Duration.ofNanos(System.nanoTime() - began).dividedBy(ROUND) + 1;
        assertThat(written)
                .as("writes by %d beats in %d rounds", BEATS, rounds)
                .isLessThanOrEqualTo(WRITES_A_ROUND * rounds)
                .isLessThan(BEATS);
        // They are told all the same.
        assertThat(Await.until(ROUND.multipliedBy(4), () -> writes() > before)).isTrue();
    }

    /** The store's calls so far that changed something of sessions. */
    private static long writes() {
        return StoreCalls.counted((table, operation) -> TABLES.contains(table) && !READS.contains(operation));
    }

    private static EventFixture anEventThatTrusts() {
        return anEvent().with("authType", "email").with("verifyEmail", JsonValue.FALSE);
    }
}
