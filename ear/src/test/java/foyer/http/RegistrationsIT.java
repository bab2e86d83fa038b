package foyer.http;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.whole.Beside;
import foyer.whole.Called;
import foyer.whole.Door;
import foyer.whole.Http;
import foyer.whole.Whole;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Organizers see who comes. */
@Beside
class RegistrationsIT {
    private static final String NOBODYS = "AAAAAAAAAAAAAAAAAAAAAA";

    private final Http organizer = Whole.onMicro().as("organizer");
    private final Http analyst = Whole.onMicro().as("analyst");
    private final Http everyone = Whole.onMicro().http();

    /** The sheet for those only who ask for one: which method a JVM finds first is by chance. */
    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/*, text/*", "text/csv;q=0.5, application/json"})
    void whoTakesEitherIsGivenJson(String accepted) {
        var answer = organizer.with("Accept", accepted).get("/api/events/" + anOpenEvent() + "/registrations");

        assertThat(answer.expect(200).header("Content-Type")).startsWith("application/json");
        assertThat(answer.json().getJsonArray("items")).isEmpty();
    }

    @Test
    void everyFilterThatIsWrongIsNamed() {
        var list = "/api/events/" + anOpenEvent() + "/registrations";

        var refused = organizer
                .get(list + "?email=nobody&paymentStatus=late&state=gone&createdAfter=yesterday")
                .expect(400)
                .json();

        assertThat(refused.getJsonObject("error").getJsonObject("details").getJsonArray("fields"))
                .hasSize(4);
    }

    @Test
    void theListIsOfThoseWhomTheFiltersName() {
        var event = anOpenEvent();
        register(event, "ada@example.org").expect(201);
        var bob = register(event, "bob@example.org").expect(201).json().getString("registrationId");
        organizer.post("/api/registrations/" + bob + "/revoke").expect(200);

        assertThat(addresses(event, "?email=ADA@example.org")).isEmpty();
        assertThat(addresses(event, "?email=ada@EXAMPLE.org")).containsExactly("ada@example.org");
        assertThat(addresses(event, "?state=cancelled")).containsExactly("bob@example.org");
        assertThat(addresses(event, "?paymentStatus=notRequired"))
                .containsExactly("bob@example.org", "ada@example.org");
        assertThat(addresses(event, "?paymentStatus=completed")).isEmpty();
        assertThat(addresses(event, "?createdAfter=2020-01-01T00:00:00Z&state=held"))
                .containsExactly("ada@example.org");
        assertThat(addresses(event, "?createdAfter=2126-01-01T00:00:00Z")).isEmpty();
    }

    @Test
    void theListGoesOnWhereItsCursorSays() {
        var event = anOpenEvent();
        for (var name : List.of("ada", "bob", "eve")) {
            register(event, name + "@example.org").expect(201);
        }
        var list = "/api/events/" + event + "/registrations?limit=2";

        var first = organizer.get(list).expect(200).json();
        var cursor = first.getString("nextCursor");
        var rest = organizer.get(list + "&cursor=" + cursor).expect(200).json();

        assertThat(addresses(first)).containsExactly("eve@example.org", "bob@example.org");
        assertThat(addresses(rest)).containsExactly("ada@example.org");
        assertThat(rest.isNull("nextCursor")).isTrue();
        organizer.get(list + "&state=held&cursor=" + cursor).expect(400);
    }

    @Test
    void addressesAreForThoseOnlyWhoOrganize() {
        var event = anOpenEvent();

        analyst.get("/api/events/" + event + "/registrations").expect(403);
        analyst.get("/api/registrations/" + NOBODYS).expect(403);
        everyone.get("/api/events/" + event + "/registrations").expect(401);
    }

    @Test
    void nobodySeesOrEndsTheRegistrationOfAnother() {
        var event = anOpenEvent();
        var id = register(event, "ada@example.org").expect(201).json().getString("registrationId");

        everyone.get("/api/registrations/" + id).expect(401);
        everyone.delete("/api/registrations/" + id).expect(401);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        organizer.get("/api/events/" + NOBODYS + "/registrations").expect(404);
        organizer.get("/api/registrations/" + NOBODYS).expect(404);
        organizer.post("/api/registrations/" + NOBODYS + "/approve").expect(404);
    }

    private List<String> addresses(String event, String filters) {
        return addresses(organizer
                .get("/api/events/" + event + "/registrations" + filters)
                .expect(200)
                .json());
    }

    private static List<String> addresses(JsonObject page) {
        return page.getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .map(registration -> registration.getString("email"))
                .toList();
    }

    private Called register(String event, String email) {
        return Door.tryRegister(everyone, event, email);
    }

    private String anOpenEvent() {
        return anEvent().with("authType", "email").publishedBy(organizer);
    }
}
