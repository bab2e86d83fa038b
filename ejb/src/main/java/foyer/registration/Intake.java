package foyer.registration;

import foyer.event.Event;
import java.time.Instant;

/** Whether an event takes registrations, as far as time and the organizer decide. */
public enum Intake {
    OPEN,
    /** The organizer said when it begins. */
    NOT_YET,
    OVER;

    public static Intake of(Event event, Instant now) {
        var enrolment = event.plan().enrolment();
        if (!event.takesRegistrationsAt(now) || enrolment.overAt(now)) {
            return OVER;
        }
        return enrolment.begunAt(now) ? OPEN : NOT_YET;
    }
}
