package foyer.access;

import static foyer.access.SomeAccess.ADA;
import static foyer.event.SomeEvents.aPublishedEventOf;
import static foyer.event.SomeEvents.aSubmissionWith;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.event.SomeEvents;
import foyer.session.OpenedSession;
import foyer.session.PlaybackTerm;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who comes back with the session they have is told where they were. */
class ComingBackTest {
    private final SomeAccess access = new SomeAccess(aPublishedEventOf(aSubmission()));

    @Test
    void aRecordingGoesOnWhereItsViewerWas() {
        at(SomeEvents.END.plusSeconds(60));
        var opened = enter();
        assertThat(flow(opened)).contains("currentStep=watch").doesNotContain("position");

        watch(opened, "754.5");

        assertThat(flow(opened)).contains("position=754.500");
    }

    @Test
    void whileAnEventLastsNobodyIsLookedFor() {
        at(SomeEvents.DURING);
        var opened = enter();

        watch(opened, "754.5");

        assertThat(flow(opened)).contains("currentStep=watch").doesNotContain("position");
    }

    private static Map<String, Object> aSubmission() {
        var submission = aSubmissionWith("authType", "email");
        submission.put("videoUrl", "https://media.example.com/a.m3u8");
        return submission;
    }

    private void at(Instant moment) {
        access.clock.pass(Duration.between(access.clock.instant(), moment));
    }

    private OpenedSession enter() {
        access.join(ADA);
        return requireNonNull(access.byCode(ADA, access.lastCode()).opened());
    }

    private void watch(OpenedSession opened, String second) {
        access.node.beat(opened, Map.of("position", new BigDecimal(second), "state", "playing"));
    }

    private String flow(OpenedSession opened) {
        return access.returning
                .flow(access.event.id(), opened.token(), null, PlaybackTerm.RENEWED)
                .toString();
    }
}
