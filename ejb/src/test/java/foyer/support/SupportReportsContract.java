package foyer.support;

import static foyer.shared.SettableClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.event.EventId;
import foyer.session.SessionId;
import foyer.support.Happening.What;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every keeper of reports promises. */
public interface SupportReportsContract {
    SupportReports reports();

    @Test
    default void whatWasReportedIsFoundByItsCode() {
        var report = aReport("BCDF-1234", SessionId.fresh(), NOON);

        assertThat(reports().keep(report)).isTrue();

        assertThat(reports().find(report.code())).contains(report);
        assertThat(reports().find(new SupportCode("BCDF-1235"))).isEmpty();
    }

    @Test
    default void aSessionMayTellMoreAndAnotherOneMayNot() {
        var first = aReport("GHJK-0001", SessionId.fresh(), NOON);
        var more = aReport("GHJK-0001", first.sessionId(), NOON.plusSeconds(20));
        reports().keep(first);

        assertThat(reports().keep(more)).isTrue();
        assertThat(reports().keep(aReport("GHJK-0001", SessionId.fresh(), NOON.plusSeconds(30))))
                .isFalse();

        assertThat(reports().find(first.code())).contains(more);
    }

    private static SupportReport aReport(String code, SessionId session, Instant at) {
        var happenings = List.of(
                new Happening(at.minusMillis(1_500), What.ERROR, "fragLoadError 404"),
                new Happening(at, What.STALLED, ""));
        return new SupportReport(new SupportCode(code), EventId.fresh(), session, at, happenings);
    }
}
