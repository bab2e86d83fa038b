package foyer.analytics;

import foyer.registration.Registration;
import foyer.registration.RegistrationState;
import foyer.shared.Fields;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** How many registered, by where they stand and by the day on which they did, in the event's time zone. */
final class Attendance {
    private final Map<RegistrationState, Long> byState = new EnumMap<>(RegistrationState.class);
    private final Map<LocalDate, Long> byDay = new TreeMap<>();
    private final ZoneId zone;

    Attendance(ZoneId zone) {
        this.zone = zone;
        for (var state : RegistrationState.values()) {
            byState.put(state, 0L);
        }
    }

    void add(Registration registration, Instant now) {
        byState.merge(registration.stateAt(now), 1L, Long::sum);
        byDay.merge(LocalDate.ofInstant(registration.createdAt(), zone), 1L, Long::sum);
    }

    /** By the API's names. */
    Map<String, Object> view() {
        var states = new LinkedHashMap<String, Object>();
        byState.forEach((state, count) -> states.put(Fields.wireName(state), count));
        var days = byDay.entrySet().stream()
                .map(day -> {
                    var one = new LinkedHashMap<String, Object>();
                    one.put("day", day.getKey().toString());
                    one.put("registrations", day.getValue());
                    return one;
                })
                .toList();
        var tree = new LinkedHashMap<String, Object>();
        tree.put("byState", states);
        tree.put("byDay", days);
        return tree;
    }
}
