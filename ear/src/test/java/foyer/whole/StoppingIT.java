package foyer.whole;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.launch.Await;
import foyer.launch.MicroServer;
import foyer.launch.Ports;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * A server that is told to stop lets those finish who are being served. Of Payara Server it is the one that tests share, whose start
 * takes a minute: nobody comes after this class who needs it.
 */
@Isolated("it slows the store for everybody, and stops the Payara Server that tests share")
@Order(StoppingIT.AFTER_ALL_WHO_NEED_SERVERS)
class StoppingIT {
    static final int AFTER_ALL_WHO_NEED_SERVERS = Integer.MAX_VALUE - 1;

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void aRequestInFlightIsAnsweredAfterSigterm() {
        var prefix = "stopping-";
        var server =
                MicroServer.start(Build.microJar(), Ports.free(), Ports.free(), Whole.settings(prefix), Build.logs());
        var visitor = new Visitor(Http.to(server.url()), "/api/events/", prefix + "events");

        assertThat(visitor.statusThoughItIsToldToStop(
                        "AAAAAAAAAAAAAAAAAAAAAA", "BBBBBBBBBBBBBBBBBBBBBA", server::close))
                .isEqualTo(404);

        assertThat(server.process().alive()).isFalse();
    }

    /** By a call for which alone this table is read: on a server that has served for long, timers read all others. */
    @Test
    void aRequestInFlightAtPayaraServerToo() {
        var whole = Whole.on(Packaging.SERVER);
        var visitor = new Visitor(whole.as("organizer"), "/api/support/", "server-support");

        assertThat(visitor.statusThoughItIsToldToStop("STOP-0001", "STOP-0002", whole.server()::close))
                .isEqualTo(404);

        assertThat(whole.server().process().alive()).isFalse();
    }

    /**
     * Somebody who asks for what is not there.
     *
     * @param table that is read for it, with its prefix
     */
    private record Visitor(Http server, String path, String table) {
        /** Of one who asked for the second when the server was told so; it has served before, as a server has that is told to stop. */
        int statusThoughItIsToldToStop(String first, String second, Runnable stop) {
            assertThat(statusOf(first)).isEqualTo(404);
            return SlowStore.lateBy(0.8, () -> askAndStop(second, stop));
        }

        private int askAndStop(String unknown, Runnable stop) {
            var before = SlowStore.readings(table);
            var asked = CompletableFuture.supplyAsync(() -> statusOf(unknown));
            try {
                assertThat(Await.until(PATIENCE, () -> SlowStore.readings(table) > before))
                        .as("it waits for the store")
                        .isTrue();
            } finally {
                stop.run();
            }
            return asked.join();
        }

        private int statusOf(String unknown) {
            return server.get(path + unknown).status();
        }
    }
}
