package foyer.support;

import static foyer.event.SomeEvents.aPublishedEvent;
import static foyer.shared.SettableClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.event.Event;
import foyer.session.OpenedSession;
import foyer.session.SomeSessions;
import foyer.shared.Fields;
import foyer.shared.Finding;
import foyer.shared.NotFound;
import foyer.shared.TooManyRequests;
import foyer.shared.Unauthenticated;
import foyer.shared.ValidationFailed;
import foyer.support.Happening.What;
import foyer.traffic.SomeLimits;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReportingTest {
    private static final String NETWORK = "192.0.2.7";

    private final SomeSessions node = SomeSessions.onANode();
    private final SupportReportsInMemory reports = new SupportReportsInMemory();
    private final Reporting reporting = new Reporting();
    private final LookingUp lookingUp = new LookingUp();
    private final Event event = aPublishedEvent();

    @BeforeEach
    void thereIsAnEvent() {
        node.events.add(event);
        reporting.carrying = node.carrying;
        reporting.reports = reports;
        reporting.limits = SomeLimits.forLogins(node.clock);
        reporting.clock = node.clock;
        lookingUp.reports = reports;
        lookingUp.clock = node.clock;
    }

    @Test
    void whatHappenedIsToldToWhoeverHasTheCode() {
        var screen = opened();

        report(screen, "BCDF-1234", List.of(Map.of("before", 1_500L, "what", "error", "detail", "fragLoadError 404")));

        var found = lookingUp.lookUp("bcdf1234");
        assertThat(found.sessionId()).isEqualTo(screen.session().id());
        assertThat(found.eventId()).isEqualTo(event.id());
        assertThat(found.happenings())
                .containsExactly(new Happening(NOON.minusMillis(1_500), What.ERROR, "fragLoadError 404"));
    }

    @Test
    void aWeekLaterNobodyKnows() {
        report(opened(), "BCDF-1234");
        node.clock.pass(Duration.ofDays(7));

        assertThatThrownBy(() -> lookingUp.lookUp("BCDF-1234")).isInstanceOf(NotFound.class);
    }

    @Test
    void whatIsNoCodeLeadsNowhere() {
        for (var typed : List.of("", "ABCD-1234", "BCDF-123", "BCDF--1234", "BCDF-12345")) {
            assertThatThrownBy(() -> lookingUp.lookUp(typed)).as(typed).isInstanceOf(NotFound.class);
        }
    }

    @Test
    void onlyAScreensOwnTokenIsTaken() {
        var one = opened();
        var other = opened();

        assertThatThrownBy(() -> reporting.report(
                        one.session().id().value(), other.token(), NETWORK, told("BCDF-1234", List.of())))
                .isInstanceOf(Unauthenticated.class);
        node.clock.pass(SomeSessions.SETTINGS.lifetime());
        assertThatThrownBy(() -> report(one, "BCDF-1234")).isInstanceOf(Unauthenticated.class);
        assertThat(reports.find(new SupportCode("BCDF-1234"))).isEmpty();
    }

    @Test
    void anothersCodeIsNotTakenAway() {
        var one = opened();
        report(one, "BCDF-1234");

        assertThat(findings(() -> report(opened(), "BCDF-1234"))).containsExactly("code taken");
        assertThat(lookingUp.lookUp("BCDF-1234").sessionId())
                .isEqualTo(one.session().id());
    }

    /** An address of the picture carries the right to it, and an address of mail is a person's. */
    @Test
    void nothingPersonalFitsIn() {
        for (var detail : List.of("https://media.example/t/token", "ada@lovelace.example", "x".repeat(61), "<b>")) {
            assertThat(findings(() -> report(
                            opened(), "BCDF-1234", List.of(Map.of("before", 0L, "what", "state", "detail", detail)))))
                    .as(detail)
                    .containsExactly("happenings[0].detail pattern");
        }
    }

    @Test
    void whatIsWrongIsNamed() {
        assertThat(findings(() -> report(
                        opened(), "abcd", List.of(Map.of("before", 3_600_001L), Map.of("what", "party", "more", 1L)))))
                .containsExactlyInAnyOrder(
                        "code pattern",
                        "happenings[0].what required",
                        "happenings[0].before out_of_range",
                        "happenings[1].before required",
                        "happenings[1].what unknown_value",
                        "happenings[1].more unknown");
    }

    @Test
    void onlySoMuchIsTakenAndOnlySoOften() {
        var screen = opened();
        var one = Map.<String, Object>of("before", 0L, "what", "stalled");
        assertThat(findings(() -> reporting.report(
                        screen.session().id().value(),
                        screen.token(),
                        NETWORK,
                        told("BCDF-1234", Collections.nCopies(Happening.MOST + 1, one)))))
                .containsExactly("happenings too_long");
        for (var time = 1; time < 4; time++) {
            report(screen, "BCDF-1234");
        }

        assertThatThrownBy(() -> report(screen, "BCDF-1234")).isInstanceOf(TooManyRequests.class);
    }

    private OpenedSession opened() {
        return node.opening.forAnybody(event.id());
    }

    private void report(OpenedSession screen, String code) {
        report(screen, code, List.of());
    }

    private void report(OpenedSession screen, String code, List<Map<String, Object>> happenings) {
        reporting.report(screen.session().id().value(), screen.token(), NETWORK, told(code, happenings));
    }

    private static Fields told(String code, List<Map<String, Object>> happenings) {
        return Fields.of(Map.of("code", code, "happenings", happenings));
    }

    private static List<String> findings(Runnable refused) {
        try {
            refused.run();
            return List.of();
        } catch (ValidationFailed failed) {
            return failed.findings().stream().map(ReportingTest::inShort).toList();
        }
    }

    private static String inShort(Finding finding) {
        return finding.field() + " " + finding.code();
    }
}
