package foyer.container;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Timer;
import jakarta.ejb.TimerService;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A timer of these tests, by which they see that timers fire; it also sees all others of the application. */
@Singleton
@PermitAll
public class Heartbeat {
    static final AtomicInteger BEATS = new AtomicInteger();

    @Resource
    TimerService timers;

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void beat() {
        BEATS.incrementAndGet();
    }

    /** What the container has registered for the whole application, in the order of {@link TimerRule}. */
    public List<TimerRule> registered() {
        Collection<Timer> all = timers.getAllTimers();
        return all.stream()
                .filter(Timer::isCalendarTimer)
                .map(timer -> TimerRule.of(timer.getSchedule(), timer.isPersistent()))
                .sorted()
                .toList();
    }
}
