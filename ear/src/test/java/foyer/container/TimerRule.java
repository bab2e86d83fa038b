package foyer.container;

import jakarta.ejb.Schedule;
import jakarta.ejb.ScheduleExpression;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Stream;

/** When a timer fires, and whether the container keeps it over restarts: as declared, or as registered. */
record TimerRule(String when, boolean persistent) implements Comparable<TimerRule> {
    /** Those a class declares. */
    static Stream<TimerRule> declaredBy(Class<?> bean) {
        return Arrays.stream(bean.getDeclaredMethods()).flatMap(TimerRule::declaredBy);
    }

    static TimerRule of(ScheduleExpression when, boolean persistent) {
        return new TimerRule(
                words(when.getSecond(), when.getMinute(), when.getHour(), when.getDayOfMonth(), when.getDayOfWeek()),
                persistent);
    }

    private static Stream<TimerRule> declaredBy(Method method) {
        return Arrays.stream(method.getAnnotationsByType(Schedule.class))
                .map(when -> new TimerRule(
                        words(when.second(), when.minute(), when.hour(), when.dayOfMonth(), when.dayOfWeek()),
                        when.persistent()));
    }

    private static String words(String... parts) {
        return String.join(" ", parts);
    }

    @Override
    public int compareTo(TimerRule other) {
        return when.compareTo(other.when);
    }
}
