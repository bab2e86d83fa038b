package foyer.support;

import foyer.event.EventId;
import foyer.session.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The last minute of one session before its viewer was told that something is wrong. */
public record SupportReport(
        SupportCode code, EventId eventId, SessionId sessionId, Instant reportedAt, List<Happening> happenings) {
    /** For as long an operator may be asked about it. */
    public static final Duration KEPT = Duration.ofDays(7);

    public SupportReport {
        happenings = List.copyOf(happenings);
    }

    boolean overAt(Instant now) {
        return !now.isBefore(reportedAt.plus(KEPT));
    }

    /** In the neutral tree, with times in UTC. */
    public Map<String, Object> view() {
        var view = new LinkedHashMap<String, Object>();
        view.put("code", code.value());
        view.put("eventId", eventId.value());
        view.put("sessionId", sessionId.value());
        view.put("reportedAt", reportedAt.toString());
        view.put("happenings", happenings.stream().map(Happening::view).toList());
        return view;
    }
}
