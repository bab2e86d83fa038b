package foyer.player.entry;

import foyer.event.Event;
import foyer.event.EventId;
import foyer.event.EventState;
import foyer.event.HouseRules;
import foyer.event.Plan;
import foyer.shared.Fields;
import foyer.shared.Passwords;
import foyer.shared.Secret;
import foyer.shared.SharedSettings;
import foyer.shared.Stage;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Events as the page meets them. */
final class AnEvent {
    private AnEvent() {}

    /** Enters by address, and asks these fields. */
    static Event asking(Object... fields) {
        return with("email", Map.of("registrationConfig", Map.of("fields", List.of(fields))));
    }

    /** Enters by address, and pays this. */
    static Event sold(long price, String currency) {
        return with("payment", Map.of("paymentConfig", Map.of("price", price, "currency", currency)));
    }

    static Event with(String authType, Map<String, ?> more) {
        var tree = new LinkedHashMap<String, Object>(Map.of(
                "title", "Workshop",
                "authType", authType,
                "startsAt", "2030-05-01T20:00:00",
                "endsAt", "2030-05-01T22:00:00",
                "timeZone", "Europe/Berlin"));
        tree.putAll(more);
        var settings = new SharedSettings(Stage.LOCAL, new Secret(new byte[32]), null, null, null);
        var house = new HouseRules(settings, manifest -> Optional.empty(), Optional::of, new NoPasswords());
        var plan = Plan.remembered(Fields.of(tree), house);
        return new Event(EventId.fresh(), plan, EventState.PUBLISHED, false, 1, Instant.EPOCH, Instant.EPOCH);
    }

    /** Nobody is asked for one here. */
    private static final class NoPasswords implements Passwords {
        @Override
        public String hash(String password) {
            return "hash";
        }

        @Override
        public boolean matches(String password, String hash) {
            return false;
        }

        @Override
        public void matchNothing(String password) {}
    }
}
