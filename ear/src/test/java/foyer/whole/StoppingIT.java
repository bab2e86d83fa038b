package foyer.whole;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.launch.Await;
import foyer.launch.MicroServer;
import foyer.launch.PayaraServer;
import foyer.launch.Ports;
import foyer.launch.Server;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.parallel.Isolated;

/** A server that is told to stop lets those finish who are being served. */
@Isolated("it slows the store for everybody")
class StoppingIT {
    private static final String PREFIX = "stopping-";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void aRequestInFlightIsAnsweredAfterSigterm() {
        assertThatItIsAnswered(
                MicroServer.start(Build.microJar(), Ports.free(), Ports.free(), Whole.settings(PREFIX), Build.logs()));
    }

    /** Beside the one that other tests share, and with a domain of its own. */
    @Test
    @EnabledIfSystemProperty(named = "foyer.test.long", matches = "true", disabledReason = "for -Dfoyer.test.long=true")
    void aRequestInFlightAtPayaraServerToo() {
        assertThatItIsAnswered(PayaraServer.start(
                Build.payaraServer(),
                Build.payaraCommands(),
                Build.ear(),
                Whole.settings(PREFIX),
                Build.logs().resolve("stopping")));
    }

    private static void assertThatItIsAnswered(Server server) {
        // One that has served before, as a server has that is told to stop.
        assertThat(statusOf(server, "AAAAAAAAAAAAAAAAAAAAAA")).isEqualTo(404);

        var status = SlowStore.lateBy(0.8, () -> askAndStop(server));

        assertThat(status).isEqualTo(404);
        assertThat(server.process().alive()).isFalse();
    }

    private static int askAndStop(Server server) {
        var before = SlowStore.readings(PREFIX + "events");
        // Another one than before, which would be answered from memory.
        var asked = CompletableFuture.supplyAsync(() -> statusOf(server, "BBBBBBBBBBBBBBBBBBBBBA"));
        try {
            assertThat(Await.until(PATIENCE, () -> SlowStore.readings(PREFIX + "events") > before))
                    .as("it waits for the store")
                    .isTrue();
        } finally {
            server.close();
        }
        return asked.join();
    }

    private static int statusOf(Server server, String unknown) {
        return Http.to(server.url()).get("/api/events/" + unknown).status();
    }
}
