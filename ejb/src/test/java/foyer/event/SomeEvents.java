package foyer.event;

import foyer.shared.Fields;
import foyer.shared.Passwords;
import foyer.shared.Secret;
import foyer.shared.SharedSettings;
import foyer.shared.Stage;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Events and submissions to speak of in tests. The usual one lasts from eight to ten on a May evening in Vienna. */
public final class SomeEvents {
    public static final Instant LONG_BEFORE = Instant.parse("2030-01-01T12:00:00Z");
    public static final Instant START = Instant.parse("2030-05-01T18:00:00Z");
    public static final Instant END = Instant.parse("2030-05-01T20:00:00Z");
    public static final Instant DURING = START.plus(Duration.ofMinutes(30));
    public static final URI LOCAL_ORIGIN = URI.create("http://localhost:8090");

    private SomeEvents() {}

    /** What a POST needs, and no more. */
    public static Map<String, Object> aSubmission() {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("title", "An evening with friends");
        tree.put("authType", "none");
        tree.put("startsAt", "2030-05-01T20:00:00");
        tree.put("endsAt", "2030-05-01T22:00:00");
        tree.put("timeZone", "Europe/Vienna");
        return tree;
    }

    /** A submission that differs from the usual one in a field. */
    public static Map<String, Object> aSubmissionWith(String name, Object value) {
        var tree = aSubmission();
        tree.put(name, value);
        return tree;
    }

    public static Event aDraft() {
        return aDraftOf(aSubmission());
    }

    public static Event aDraftOf(Map<String, ?> submission) {
        return aDraftOf(submission, LONG_BEFORE);
    }

    public static Event aDraftOf(Map<String, ?> submission, Instant createdAt) {
        var fields = Fields.of(submission);
        var plan = Plan.read(fields, aHouse());
        fields.throwIfRefused();
        return Event.drafted(EventId.fresh(), plan.orElseThrow().kept(null, legiblePasswords()), createdAt);
    }

    public static Event aPublishedEvent() {
        return aPublishedEventOf(aSubmission());
    }

    public static Event aPublishedEventOf(Map<String, ?> submission) {
        return aDraftOf(submission).published(LONG_BEFORE);
    }

    /** Under this id, from one moment to another. */
    public static Event aPublishedEvent(EventId id, Instant begins, Instant ends) {
        var tree = aSubmission();
        tree.put("timeZone", "Etc/UTC");
        tree.put("startsAt", LocalDateTime.ofInstant(begins, ZoneOffset.UTC).toString());
        tree.put("endsAt", LocalDateTime.ofInstant(ends, ZoneOffset.UTC).toString());
        var plan = Plan.remembered(Fields.of(tree), aHouse());
        return Event.drafted(id, plan.kept(null, legiblePasswords()), LONG_BEFORE)
                .published(LONG_BEFORE);
    }

    /** The same event under another title, a version later. */
    public static Event renamed(Event event, String title) {
        return replanned(event, "title", title);
    }

    /** The same event with another field, a version later; nothing is checked. */
    public static Event replanned(Event event, String field, Object value) {
        var tree = new HashMap<String, Object>(event.plan().tree());
        tree.put(field, value);
        return event.replanned(Plan.remembered(Fields.of(tree), aHouse()), event.updatedAt());
    }

    /** The same event, called off long before. */
    public static Event cancelled(Event event) {
        return event.cancelled(LONG_BEFORE);
    }

    /** The same event, called off at a moment. */
    public static Event cancelledAt(Event event, Instant now) {
        return event.cancelled(now);
    }

    /** The same event, put away at a moment. */
    public static Event archived(Event event, Instant now) {
        return event.archived(now);
    }

    /** Whether it is written along with a change that money may have to go back. */
    public static boolean callsOff(Event before, Event after, Instant now) {
        return News.of(before, after, now).stream().anyMatch(news -> news.kind().equals(Cancellation.KIND));
    }

    public static HouseRules aHouse() {
        return aHouse(Stage.PRODUCTION);
    }

    /** A house where every price can be charged and passwords are kept legible. */
    public static HouseRules aHouse(Stage stage) {
        var settings = new SharedSettings(stage, new Secret(new byte[32]), null, LOCAL_ORIGIN, null);
        return new HouseRules(settings, manifest -> Optional.empty(), Optional::of, legiblePasswords());
    }

    private static Passwords legiblePasswords() {
        return new Passwords() {
            @Override
            public String hash(String password) {
                return "hash of " + password;
            }

            @Override
            public boolean matches(String password, String stored) {
                return stored.equals(hash(password));
            }

            @Override
            public void matchNothing(String password) {}
        };
    }
}
