package violations.foyer.manners;

import jakarta.ejb.Schedule;
import jakarta.ejb.Schedules;

class PersistentTimers {
    @Schedule(hour = "*")
    void one() {}

    @Schedules({@Schedule(hour = "1", persistent = false), @Schedule(hour = "2")})
    void several() {}
}
