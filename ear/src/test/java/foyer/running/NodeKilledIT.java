package foyer.running;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.launch.Await;
import foyer.whole.AtOnce;
import foyer.whole.Door;
import foyer.whole.Mailbox;
import foyer.whole.OwnServers;
import foyer.whole.Screen;
import foyer.whole.Whole;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Two nodes send many letters, and one is killed (-9) in the middle of it. What it had promised is kept by the other. */
@OwnServers
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NodeKilledIT {
    private static final String FAULTS = "/mail/_control/faults";
    private static final Duration LEASE = Duration.ofSeconds(40);
    private static final int VIEWERS = 60;

    /** A node hands over one letter at a time in each lane of the outbox (ADR 14). */
    private static final int IN_ITS_HANDS = 4;

    private final List<Mailbox> viewers =
            Stream.generate(Mailbox::fresh).limit(VIEWERS).toList();
    private final Mailbox last = Mailbox.fresh();
    private TwoNodes nodes;
    private String event = "";

    @BeforeAll
    void oneOfTwoDiesWhileBothSend() {
        nodes = TwoNodes.alone(TwoNodes.settings("killed-").with("foyer.mail.lease", LEASE.toString()));
        event = anEvent().with("authType", "email").publishedBy(nodes.organizer());
        var late = "{\"operation\":\"DATA\",\"effect\":\"delay\",\"count\":10000,\"seconds\":3}";
        Whole.sandbox().control("PUT", FAULTS, late);
        try {
            AtOnce.calls(
                    VIEWERS,
                    viewer -> Door.register(
                            viewer % 2 == 0 ? nodes.first() : nodes.second(), event, viewers.get(viewer)));
            assertThat(Await.until(Duration.ofMinutes(1), () -> written() >= IN_ITS_HANDS))
                    .isTrue();
            Door.register(nodes.first(), event, last);
            assertThat(last.letters()).isEmpty();
            nodes.one().process().kill();
        } finally {
            Whole.sandbox().control("DELETE", FAULTS, "");
        }
        allIsToldOnceTheClaimsOfTheDeadHaveLapsed();
    }

    @AfterAll
    void stop() {
        nodes.close();
    }

    @Test
    void everyFactIsToldOnceButForWhatMayHaveGoneOutAlready() {
        var letters =
                viewers.stream().mapToInt(viewer -> viewer.letters().size()).sum();

        assertThat(viewers).noneMatch(viewer -> viewer.letters().isEmpty());
        assertThat(letters).isBetween(VIEWERS, VIEWERS + IN_ITS_HANDS);
    }

    @Test
    void copiesAreKnownByTheirMessageId() {
        assertThat(viewers)
                .allMatch(viewer -> viewer.letters().stream()
                                .map(letter -> letter.getJsonObject("headers").getString("Message-ID"))
                                .distinct()
                                .count()
                        == 1);
    }

    @Test
    void whoWasAnsweredRightBeforeGetsOneCodeAndComesInAndGetsOneConfirmation() {
        assertThat(last.letters()).hasSize(1);

        var login = Door.login(nodes.second(), event, Map.of("email", last.address(), "code", last.code()));

        assertThat(Screen.of(login).goesOn(nodes.second())).isTrue();
        assertThat(Await.until(Duration.ofSeconds(60), () -> last.letters().size() > 1))
                .isTrue();
        assertThat(last.letters()).hasSize(2);
    }

    private void allIsToldOnceTheClaimsOfTheDeadHaveLapsed() {
        var lapsed = System.nanoTime() + LEASE.plusSeconds(5).toNanos();
        assertThat(Await.until(
                        LEASE.plusMinutes(1),
                        () -> System.nanoTime() > lapsed
                                && written() == VIEWERS
                                && !last.letters().isEmpty()))
                .as("all are written to, and not only %s of them", written())
                .isTrue();
    }

    private long written() {
        return viewers.stream().filter(viewer -> !viewer.letters().isEmpty()).count();
    }
}
