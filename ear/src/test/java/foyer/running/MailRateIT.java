package foyer.running;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.launch.Await;
import foyer.launch.MicroServer;
import foyer.whole.AtOnce;
import foyer.whole.Door;
import foyer.whole.Http;
import foyer.whole.Mailbox;
import foyer.whole.OwnServers;
import foyer.whole.Whole;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Letters that many wait for at once leave a node at the rate of the provider's account, and none is lost or sent twice. */
@OwnServers
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MailRateIT {
    private static final int LETTERS = 16;
    private static final int A_SECOND = 2;

    /** Those of the first second may come together, and one second more is for letters that are slow on their way. */
    private static final Duration AT_LEAST = Duration.ofSeconds(LETTERS / A_SECOND - 2);

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** In which a second copy would have left, at the same rate. */
    private static final Duration A_WHILE = Duration.ofSeconds(3);

    private MicroServer server;

    @BeforeAll
    void start() {
        server = Whole.another(
                Whole.manyCallers(Whole.settings("rate-")).with("foyer.mail.rate", String.valueOf(A_SECOND)));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void theyTakeAsLongAsTheRateSaysAndEachComesOnce() {
        var viewers = Http.to(server.url());
        var event = anEvent()
                .with("authType", "email")
                .publishedBy(Whole.signedIn(viewers, Whole.ADMIN_EMAIL, Whole.ADMIN_PASSWORD));
        var addresses =
                IntStream.range(0, LETTERS).mapToObj(one -> Mailbox.fresh()).toList();

        AtOnce.calls(LETTERS, client -> Door.register(viewers, event, addresses.get(client)));

        assertThat(Await.until(PATIENCE, () -> received(addresses).size() >= LETTERS))
                .isTrue();
        assertThat(Await.until(A_WHILE, () -> received(addresses).size() > LETTERS))
                .as("a second copy of one comes")
                .isFalse();
        var moments = received(addresses);
        assertThat(moments).hasSize(LETTERS);
        assertThat(Duration.between(moments.get(0), moments.get(LETTERS - 1))).isGreaterThanOrEqualTo(AT_LEAST);
    }

    /** When letters came to these addresses, in the order of their coming. */
    private static List<Instant> received(List<Mailbox> addresses) {
        return addresses.stream()
                .flatMap(address -> address.letters().stream())
                .map(letter -> Instant.parse(letter.getString("receivedAt")))
                .sorted()
                .toList();
    }
}
