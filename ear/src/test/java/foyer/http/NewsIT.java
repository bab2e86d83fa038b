package foyer.http;

import static foyer.whole.EventFixture.anEvent;
import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.HOURS;
import static java.time.temporal.ChronoUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.launch.Await;
import foyer.whole.Beside;
import foyer.whole.CalendarEntry;
import foyer.whole.Door;
import foyer.whole.EventFixture;
import foyer.whole.Http;
import foyer.whole.Mailbox;
import foyer.whole.Screen;
import foyer.whole.Whole;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** What becomes of an event reaches those who registered, by letters that go out. */
@Beside
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NewsIT {
    private static final String A_SEAT = "Your seat for ";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** What these wait for is on its way since the beginning. */
    private static final int AFTER_ALL_OTHERS = Integer.MAX_VALUE;

    private final Http organizer = Whole.onMicro().as("organizer");
    private final Http everyone = Whole.onMicro().http();
    private final Instant inThreeDays = Instant.now().truncatedTo(SECONDS).plus(3, DAYS);
    private final Mailbox soonThere = Mailbox.fresh();
    private final Mailbox thereTomorrow = Mailbox.fresh();
    private String soon = "";
    private String tomorrow = "";
    private Instant reminded = Instant.MAX;

    /** Before all else, so that what the others wait for is waited for meanwhile. */
    @BeforeAll
    void oneEventBeginsInLittleMoreThanAnHourAndOneInLittleMoreThanADay() {
        reminded = Instant.now().truncatedTo(SECONDS).plusSeconds(30);
        var start = reminded.plus(1, HOURS);
        var dayAfter = reminded.plus(1, DAYS);
        tomorrow =
                anEventThatTrusts().lasting(dayAfter, dayAfter.plus(1, HOURS)).publishedBy(organizer);
        Door.register(everyone, tomorrow, thereTomorrow);
        soon = anEventThatTrusts().lasting(start, start.plus(1, HOURS)).publishedBy(organizer);
        Door.register(everyone, soon, soonThere);
    }

    @Test
    void anEventThatMovesMovesItsEntryInTheCalendar() {
        var planned = anEventThatTrusts().lasting(inThreeDays, inThreeDays.plus(1, HOURS));
        var event = planned.publishedBy(organizer);
        var ada = registered(event);
        var before = CalendarEntry.of(letter(ada, A_SEAT));

        move(event, planned.lasting(inThreeDays.plus(2, HOURS), inThreeDays.plus(3, HOURS)));
        var letter = letter(ada, "Changed: ");

        var after = CalendarEntry.of(letter);
        assertThat(after.method()).isEqualTo("REQUEST");
        assertThat(after.value("UID")).isEqualTo(before.value("UID"));
        assertThat(after.sequence()).isGreaterThan(before.sequence());
        assertThat(before.value("DTSTART")).startsWith(inCalendars(inThreeDays));
        assertThat(after.value("DTSTART")).startsWith(inCalendars(inThreeDays.plus(2, HOURS)));
        assertThat(letter.getString("text")).contains("/watch/" + event + "?k=");
    }

    @Test
    void anEventThatIsCalledOffTakesItsEntryBack() {
        var event = anEventThatTrusts()
                .lasting(inThreeDays, inThreeDays.plus(1, HOURS))
                .publishedBy(organizer);
        var ada = registered(event);
        var before = CalendarEntry.of(letter(ada, A_SEAT));

        organizer.post("/api/events/" + event + "/cancel").expect(200);

        var after = CalendarEntry.of(letter(ada, "Cancelled: "));
        assertThat(after.method()).isEqualTo("CANCEL");
        assertThat(after.value("STATUS")).isEqualTo("CANCELLED");
        assertThat(after.value("UID")).isEqualTo(before.value("UID"));
        assertThat(after.sequence()).isGreaterThan(before.sequence());
    }

    @Test
    void whoIsApprovedIsToldAndComesInByThatLetter() {
        var config = Json.createObjectBuilder().add("approval", true).build();
        var event = anEventThatTrusts().with("registrationConfig", config).publishedBy(organizer);
        var ada = Mailbox.fresh();
        var id = Door.register(everyone, event, ada).getString("registrationId");
        letter(ada, "Your request for ");

        organizer.post("/api/registrations/" + id + "/approve").expect(200);

        assertThat(CalendarEntry.of(letter(ada, A_SEAT)).method()).isEqualTo("REQUEST");
        comesInByTheNewestLetter(event, ada);
    }

    @Test
    @Order(AFTER_ALL_OTHERS)
    void aReminderComesAnHourAheadAndOpensThePlayer() {
        var reminder = letter(soonThere, "In an hour: ");

        assertThat(Instant.parse(reminder.getString("receivedAt"))).isAfterOrEqualTo(reminded);
        assertThat(soonThere.letters()).first().isEqualTo(reminder);
        comesInByTheNewestLetter(soon, soonThere);
    }

    @Test
    @Order(AFTER_ALL_OTHERS)
    void aReminderComesADayAheadAndOpensThePlayer() {
        var reminder = letter(thereTomorrow, "Tomorrow: ");

        assertThat(Instant.parse(reminder.getString("receivedAt"))).isAfterOrEqualTo(reminded);
        // The other one is the confirmation.
        letter(thereTomorrow, A_SEAT);
        assertThat(thereTomorrow.letters()).hasSize(2).first().isEqualTo(reminder);
        comesInByTheNewestLetter(tomorrow, thereTomorrow);
    }

    /** Where a registration is in at once, and its link comes by letter. */
    private static EventFixture anEventThatTrusts() {
        return anEvent().with("authType", "email").with("verifyEmail", JsonValue.FALSE);
    }

    private Mailbox registered(String event) {
        var mailbox = Mailbox.fresh();
        Door.register(everyone, event, mailbox);
        return mailbox;
    }

    private void move(String event, EventFixture moved) {
        var path = "/api/events/" + event;
        organizer
                .with("If-Match", organizer.get(path).expect(200).header("ETag"))
                .put(path, moved.json())
                .expect(200);
    }

    private void comesInByTheNewestLetter(String event, Mailbox mailbox) {
        var login = Door.login(everyone, event, Map.of("linkToken", mailbox.linkToken()));

        assertThat(Screen.of(login).goesOn(everyone)).isTrue();
    }

    private static JsonObject letter(Mailbox mailbox, String subject) {
        assertThat(Await.until(PATIENCE, () -> found(mailbox, subject).isPresent()))
                .as("a letter '%s…' among %s", subject, mailbox.letters())
                .isTrue();
        return found(mailbox, subject).orElseThrow();
    }

    private static Optional<JsonObject> found(Mailbox mailbox, String subject) {
        return mailbox.letters().stream()
                .filter(letter -> letter.getString("subject").startsWith(subject))
                .findFirst();
    }

    private static String inCalendars(Instant moment) {
        return moment.toString().replaceAll("[-:Z]", "");
    }
}
