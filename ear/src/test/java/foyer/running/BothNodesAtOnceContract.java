package foyer.running;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.launch.Await;
import foyer.whole.AtOnce;
import foyer.whole.Called;
import foyer.whole.Door;
import foyer.whole.EventFixture;
import foyer.whole.Http;
import foyer.whole.Mailbox;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** What both nodes are asked, or have to do, at the same moment happens once, whatever joins them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class BothNodesAtOnceContract {
    private static final int SEATS = 15;
    private static final int CLIENTS = 60;
    /** Fewer on either node than the tries that nobody waits for. */
    private static final int OF_ONE_ADDRESS = 8;

    private static final int READERS = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** In which a second copy would have left: either node looks for news every three seconds. */
    private static final Duration A_WHILE = Duration.ofSeconds(6);

    private final List<Mailbox> readers = new ArrayList<>();
    TwoNodes nodes;

    abstract TwoNodes start();

    abstract boolean hasGrid();

    @BeforeAll
    void startThem() {
        nodes = start();
        callOffAnEventOfBoth();
    }

    @AfterAll
    void stopThem() {
        nodes.close();
    }

    /** The news of it go out while everything else is tried. */
    private void callOffAnEventOfBoth() {
        var event = openAtOnce().publishedBy(nodes.organizer());
        for (var reader = 0; reader < READERS; reader++) {
            readers.add(Mailbox.fresh());
            Door.register(node(reader), event, readers.get(reader));
        }
        nodes.organizer().post("/api/events/" + event + "/cancel").expect(200);
    }

    @Test
    void theyAreJoinedByTheGridOrByNothing() {
        assertThat(nodes.one().process().output().contains("Members {size:2")).isEqualTo(hasGrid());
    }

    @Test
    void theLastSeatsAreSoldOnceWhenBothNodesSellThem() {
        var event = byMail().with("capacity", Json.createValue(SEATS)).publishedBy(nodes.organizer());

        var statuses = AtOnce.calls(
                CLIENTS,
                client -> node(client)
                        .post("/api/registrations", Door.wish(event, Mailbox.fresh()))
                        .status());

        assertThat(statuses).containsOnly(201, 409);
        assertThat(statuses.stream().filter(status -> status == 201)).hasSize(SEATS);
        assertThat(registrationsOf(event)).hasSize(SEATS);
    }

    @Test
    void anAddressThatRegistersOnBothNodesAtOnceIsRegisteredOnce() {
        var event = byMail().with("capacity", Json.createValue(2)).publishedBy(nodes.organizer());
        var ada = Mailbox.fresh();

        var answers =
                AtOnce.calls(OF_ONE_ADDRESS, client -> node(client).post("/api/registrations", Door.wish(event, ada)));

        assertThat(answers).extracting(Called::status).containsOnly(201);
        // To each of those who asked it looks like a first one.
        assertThat(answers)
                .extracting(answer -> answer.json().getString("registrationId"))
                .doesNotHaveDuplicates();
        assertThat(registrationsOf(event))
                .singleElement()
                .satisfies(
                        one -> assertThat(one.asJsonObject().getString("email")).isEqualTo(ada.address()));
        // It took one seat of two.
        Door.register(nodes.second(), event, Mailbox.fresh());
        nodes.first()
                .post("/api/registrations", Door.wish(event, Mailbox.fresh()))
                .expect(409);
    }

    // After most of the others, so that nobody waits for what both nodes have to tell.
    @Test
    @Order(Integer.MAX_VALUE - 2)
    void newsThatBothNodesFindAreToldOnce() {
        assertThat(Await.until(
                        PATIENCE,
                        () -> readers.stream()
                                .noneMatch(reader -> tellingOf(reader).isEmpty())))
                .as("all are told")
                .isTrue();
        Await.until(A_WHILE, () -> Instant.now().isAfter(newest().plus(A_WHILE)));

        assertThat(readers).allSatisfy(reader -> assertThat(tellingOf(reader)).hasSize(1));
    }

    private Instant newest() {
        return readers.stream()
                .flatMap(reader -> tellingOf(reader).stream())
                .max(Instant::compareTo)
                .orElseThrow();
    }

    /** When letters came to somebody that tell that the event is called off. */
    private static List<Instant> tellingOf(Mailbox reader) {
        return reader.letters().stream()
                .filter(letter -> letter.getString("subject").startsWith("Cancelled: "))
                .map(letter -> Instant.parse(letter.getString("receivedAt")))
                .toList();
    }

    private Http node(int caller) {
        return caller % 2 == 0 ? nodes.first() : nodes.second();
    }

    private JsonArray registrationsOf(String event) {
        return nodes.organizer()
                .get("/api/events/" + event + "/registrations?limit=200")
                .expect(200)
                .json()
                .getJsonArray("items");
    }

    static EventFixture byMail() {
        return anEvent().with("authType", "email");
    }

    static EventFixture openAtOnce() {
        return byMail().with("verifyEmail", JsonValue.FALSE);
    }
}
