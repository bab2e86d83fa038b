package foyer.running;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.launch.Await;
import foyer.launch.FoyerSettings;
import foyer.launch.MicroServer;
import foyer.launch.Ports;
import foyer.whole.Build;
import foyer.whole.OwnServers;
import foyer.whole.Whole;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A deployment that cannot work says why, and does not start. */
@OwnServers
class RefusedStartIT {
    @Test
    void everyWrongSettingIsNamedAndNoSecretShown() {
        var said = said(
                Whole.settings("refused-")
                        .with("foyer.store.concurrency", "many")
                        .with("foyer.event.cache", "soon")
                        .withSecret("FOYER_SECRET", "c2hvcnQtYnV0LXNlY3JldA=="),
                "foyer.secret");

        assertThat(said)
                .contains("foyer.store.concurrency", "foyer.event.cache", "foyer.secret")
                .doesNotContain("c2hvcnQtYnV0LXNlY3JldA");
    }

    @Test
    void aTableThatIsMissingIsNamed() {
        var said = said(Whole.settings("absent-").with("foyer.store.create-tables", "false"), "absent-events");

        assertThat(said).contains("absent-events");
    }

    private static String said(FoyerSettings settings, String expected) {
        try (var server =
                MicroServer.launch(Build.microJar(), Ports.free(), Ports.free(), settings, Build.logs(), List.of())) {
            var process = server.process();
            Await.until(Duration.ofMinutes(2), () -> !process.alive() || refusal(process.output(), expected));
            return process.output();
        }
    }

    private static boolean refusal(String output, String expected) {
        return output.contains(expected) && output.contains("does not start");
    }
}
