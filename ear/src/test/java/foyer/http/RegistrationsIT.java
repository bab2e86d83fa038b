package foyer.http;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.whole.AtOnce;
import foyer.whole.Beside;
import foyer.whole.Called;
import foyer.whole.Http;
import foyer.whole.Whole;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
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

    @Test
    void anEventThatNobodyRegisteredForHasAnEmptyListAndASheetWithItsHeading() {
        var list = "/api/events/" + anOpenEvent() + "/registrations";

        var page = organizer.get(list).expect(200).json();
        var sheet = organizer.with("Accept", "text/csv").get(list).expect(200);

        assertThat(page.getJsonArray("items")).isEmpty();
        assertThat(page.isNull("nextCursor")).isTrue();
        assertThat(sheet.header("Content-Type")).startsWith("text/csv");
        assertThat(sheet.header("Content-Disposition")).contains("filename=\"registrations-An-evening");
        assertThat(sheet.text().strip())
                .isEqualTo("\"registrationId\",\"email\",\"state\",\"paymentStatus\",\"language\",\"createdAt\","
                        + "\"otherAnswers\"");
    }

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
    void theSheetIsOfThoseWhomTheFiltersName() throws IOException {
        var event = anOpenEvent();
        register(event, "ada@example.org").expect(201);
        var bob = register(event, "bob@example.org").expect(201).json().getString("registrationId");
        organizer.post("/api/registrations/" + bob + "/revoke").expect(200);

        assertThat(addressesInSheet(event, "")).containsExactlyInAnyOrder("ada@example.org", "bob@example.org");
        assertThat(addressesInSheet(event, "?email=ada@EXAMPLE.org")).containsExactly("ada@example.org");
        assertThat(addressesInSheet(event, "?state=cancelled")).containsExactly("bob@example.org");
        assertThat(addressesInSheet(event, "?paymentStatus=completed")).isEmpty();
        assertThat(addressesInSheet(event, "?createdAfter=2020-01-01T00:00:00Z&state=held"))
                .containsExactly("ada@example.org");
        assertThat(addressesInSheet(event, "?createdAfter=2126-01-01T00:00:00Z"))
                .isEmpty();
        var refused = organizer.with("Accept", "text/csv").get("/api/events/" + event + "/registrations?state=gone");
        assertThat(EventsIT.fields(refused.expect(400).problem())).containsExactly("state");
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
    void aSheetOfManyPartsHasEachRegistrationOnce() {
        var config = Json.createObjectBuilder()
                .add("fields", Json.createArrayBuilder().add("name"));
        var event = anEvent()
                .with("authType", "email")
                .with("registrationConfig", config.build())
                .publishedBy(organizer);
        var registered = AtOnce.calls(10, caller -> registerSome(event, caller)).stream()
                .flatMap(Collection::stream)
                .toList();

        var sheet = organizer.with("Accept", "text/csv").get("/api/events/" + event + "/registrations");

        var rows = sheet.expect(200).text().lines().skip(1).toList();
        assertThat(registered).hasSize(250).doesNotHaveDuplicates();
        assertThat(rows)
                .allMatch(row -> row.contains("Ada, \"\"the\"\" "))
                .extracting(RegistrationsIT::idIn)
                .containsExactlyInAnyOrderElementsOf(registered);
    }

    @Test
    void beforeAndAfterItsWindowAnEventTakesNoRegistrations() {
        var closed = anEvent()
                .with("authType", "email")
                .with(
                        "registrationConfig",
                        window("opensAt", "2020-01-01T12:00:00", "closesAt", "2020-01-02T12:00:00"));
        var early = anEvent()
                .with("authType", "email")
                .with(
                        "registrationConfig",
                        window("opensAt", "2126-01-01T12:00:00", "closesAt", "2126-01-02T12:00:00"));

        for (var event : List.of(closed, early)) {
            assertThat(register(event.publishedBy(organizer), "ada@example.org")
                            .expect(409)
                            .errorCode())
                    .isEqualTo("registration_closed");
        }
    }

    @Test
    void addressesAreForThoseOnlyWhoOrganize() {
        var event = anOpenEvent();

        analyst.get("/api/events/" + event + "/registrations").expect(403);
        analyst.get("/api/registrations/" + NOBODYS).expect(403);
        everyone.get("/api/events/" + event + "/registrations").expect(401);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        organizer.get("/api/events/" + NOBODYS + "/registrations").expect(404);
        organizer.get("/api/registrations/" + NOBODYS).expect(404);
        organizer.post("/api/registrations/" + NOBODYS + "/approve").expect(404);
    }

    @Test
    void aSecondRegistrationIsAnsweredAsAFirstOneUnderAnotherId() {
        var event = anOpenEvent();

        var first = register(event, "ada@example.org").expect(201).json();
        var second = register(event, "ada@EXAMPLE.org").expect(201).json();

        assertThat(second.keySet()).isEqualTo(first.keySet());
        assertThat(second.getJsonObject("flow")).isEqualTo(first.getJsonObject("flow"));
        assertThat(second.getString("registrationId")).isNotEqualTo(first.getString("registrationId"));
        assertThat(first.getString("state")).isEqualTo("held").isEqualTo(second.getString("state"));
        organizer
                .get("/api/registrations/" + second.getString("registrationId"))
                .expect(404);
        var listed = organizer
                .get("/api/events/" + event + "/registrations")
                .expect(200)
                .json();
        assertThat(listed.getJsonArray("items")).hasSize(1);
        assertThat(listed.getJsonArray("items").getJsonObject(0).getString("registrationId"))
                .isEqualTo(first.getString("registrationId"));
    }

    @Test
    void whereNothingHasToBeProvenTheFirstOneIsInAndTheEventCannotBeArchived() {
        var event = anEvent()
                .with("authType", "email")
                .with("verifyEmail", JsonValue.FALSE)
                .publishedBy(organizer);

        var first = register(event, "ada@example.org").expect(201).json();
        var second = register(event, "ada@example.org").expect(201).json();

        assertThat(first.getString("state")).isEqualTo("confirmed");
        assertThat(first.getJsonObject("session").getString("sessionToken")).isNotBlank();
        assertThat(second).doesNotContainKey("session").doesNotContainKey("accessUrl");
        var link = URI.create(first.getString("accessUrl"));
        assertThat(link.getPath()).isEqualTo("/watch/" + event);
        var again = Json.createObjectBuilder()
                .add("eventId", event)
                .add("linkToken", link.getQuery().replaceFirst("^k=", ""));
        assertThat(everyone.post("/api/auth/login", again.build()).expect(200).json())
                .containsKey("sessionToken");
        assertThat(organizer.delete("/api/events/" + event).expect(409).errorCode())
                .isEqualTo("seats_sold");
    }

    @Test
    void theLastSeatIsSoldOnceAndIsFreeAgainWhenItIsTakenBack() {
        var event = anEvent()
                .with("authType", "email")
                .with("capacity", Json.createValue(1))
                .publishedBy(organizer);
        var first = register(event, "ada@example.org").expect(201).json();

        assertThat(register(event, "bob@example.org").expect(409).errorCode()).isEqualTo("sold_out");
        organizer
                .post("/api/registrations/" + first.getString("registrationId") + "/revoke")
                .expect(200);

        register(event, "bob@example.org").expect(201);
    }

    @Test
    void whoeverTheOrganizerAgreesToIsConfirmed() {
        var config = Json.createObjectBuilder().add("approval", true).build();
        var event = anEvent()
                .with("authType", "email")
                .with("verifyEmail", JsonValue.FALSE)
                .with("registrationConfig", config)
                .publishedBy(organizer);
        var asked = register(event, "ada@example.org").expect(201).json();
        assertThat(asked.getString("state")).isEqualTo("awaitingApproval");

        var approved = organizer
                .post("/api/registrations/" + asked.getString("registrationId") + "/approve")
                .expect(200)
                .json();

        assertThat(approved.getString("state")).isEqualTo("confirmed");
    }

    @Test
    void noAnswerIsAFormulaInTheSheet() {
        var fields = Json.createArrayBuilder().add("name");
        var config = Json.createObjectBuilder().add("fields", fields).build();
        var event = anEvent()
                .with("authType", "email")
                .with("registrationConfig", config)
                .publishedBy(organizer);
        var evil = "=HYPERLINK(\"https://evil.example\";\"click\")";
        everyone.post(
                        "/api/registrations",
                        wish(event, "ada@example.org")
                                .add("userData", Json.createObjectBuilder().add("name", evil))
                                .build())
                .expect(201);

        var sheet = organizer.with("Accept", "text/csv").get("/api/events/" + event + "/registrations");

        assertThat(sheet.expect(200).text()).contains(",\"'" + evil.replace("\"", "\"\"") + "\",");
    }

    @Test
    void nobodySeesOrEndsTheRegistrationOfAnother() {
        var event = anOpenEvent();
        var id = register(event, "ada@example.org").expect(201).json().getString("registrationId");

        everyone.get("/api/registrations/" + id).expect(401);
        everyone.delete("/api/registrations/" + id).expect(401);
    }

    private List<String> registerSome(String event, int caller) {
        return IntStream.range(0, 25)
                .mapToObj(number -> wish(event, "ada-" + caller + "-" + number + "@example.org")
                        .add("userData", Json.createObjectBuilder().add("name", "Ada, \"the\" " + number)))
                .map(wish -> everyone.post("/api/registrations", wish.build()))
                .map(called -> called.expect(201).json().getString("registrationId"))
                .toList();
    }

    /** As it reads back: one that begins with a sign of formulas has an apostrophe before it. */
    private static String idIn(String row) {
        return row.substring(1, row.indexOf('"', 1)).replaceFirst("^'", "");
    }

    private static JsonObject window(String opens, String from, String closes, String until) {
        return Json.createObjectBuilder().add(opens, from).add(closes, until).build();
    }

    private List<String> addresses(String event, String filters) {
        return addresses(organizer
                .get("/api/events/" + event + "/registrations" + filters)
                .expect(200)
                .json());
    }

    private List<String> addressesInSheet(String event, String filters) throws IOException {
        var sheet = organizer
                .with("Accept", "text/csv")
                .get("/api/events/" + event + "/registrations" + filters)
                .expect(200)
                .text();
        try (var read =
                CSVParser.parse(sheet, CSVFormat.RFC4180.builder().setHeader().get())) {
            return read.stream().map(row -> row.get("email")).toList();
        }
    }

    private static List<String> addresses(JsonObject page) {
        return page.getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .map(registration -> registration.getString("email"))
                .toList();
    }

    private Called register(String event, String email) {
        return everyone.post("/api/registrations", wish(event, email).build());
    }

    private static JsonObjectBuilder wish(String event, String email) {
        return Json.createObjectBuilder().add("eventId", event).add("email", email);
    }

    private String anOpenEvent() {
        return anEvent().with("authType", "email").publishedBy(organizer);
    }
}
