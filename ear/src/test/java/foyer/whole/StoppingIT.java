package foyer.whole;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.launch.Await;
import foyer.launch.MicroServer;
import foyer.launch.Ports;
import foyer.launch.Server;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A server that is told to stop lets those finish who are being served. */
class StoppingIT {
    @Test
    void aRequestInFlightIsAnsweredAfterSigterm() {
        var server = MicroServer.start(
                Build.microJar(), Ports.free(), Ports.free(), Whole.settings("stopping-"), Build.logs());
        // One that has served before, as a server has that is told to stop.
        assertThat(statusOfUnknown(server)).isEqualTo(404);

        var status = SlowStore.lateBy(0.8, () -> askAndStop(server));

        assertThat(status).isEqualTo(404);
        assertThat(server.process().alive()).isFalse();
    }

    private static int askAndStop(Server server) {
        var asked = CompletableFuture.supplyAsync(() -> statusOfUnknown(server));
        try {
            assertThat(Await.until(Duration.ofSeconds(10), SlowStore::isFelt)).isTrue();
        } finally {
            server.close();
        }
        return asked.join();
    }

    private static int statusOfUnknown(Server server) {
        return Http.to(server.url()).get("/api/events/AAAAAAAAAAAAAAAAAAAAAA").status();
    }
}
