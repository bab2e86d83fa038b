package foyer.http;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.whole.AtOnce;
import foyer.whole.Beside;
import foyer.whole.Called;
import foyer.whole.Door;
import foyer.whole.Http;
import foyer.whole.Whole;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.Test;

/** Organizers take the list of who comes into a spreadsheet. */
@Beside
class RegistrationSheetIT {
    private final Http organizer = Whole.onMicro().as("organizer");
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
    void aSheetOfManyPartsHasEachRegistrationOnce() {
        var event = anEventThatAsksForNames();
        var registered = AtOnce.calls(10, caller -> registerSome(event, caller)).stream()
                .flatMap(Collection::stream)
                .toList();

        var sheet = organizer.with("Accept", "text/csv").get("/api/events/" + event + "/registrations");

        var rows = sheet.expect(200).text().lines().skip(1).toList();
        assertThat(registered).hasSize(250).doesNotHaveDuplicates();
        assertThat(rows)
                .allMatch(row -> row.contains("Ada, \"\"the\"\" "))
                .extracting(RegistrationSheetIT::idIn)
                .containsExactlyInAnyOrderElementsOf(registered);
    }

    @Test
    void noAnswerIsAFormulaInTheSheet() {
        var event = anEventThatAsksForNames();
        var evil = "=HYPERLINK(\"https://evil.example\";\"click\")";
        everyone.post("/api/registrations", wish(event, "ada@example.org", evil))
                .expect(201);

        var sheet = organizer.with("Accept", "text/csv").get("/api/events/" + event + "/registrations");

        assertThat(sheet.expect(200).text()).contains(",\"'" + evil.replace("\"", "\"\"") + "\",");
    }

    private List<String> registerSome(String event, int caller) {
        return IntStream.range(0, 25)
                .mapToObj(number ->
                        wish(event, "ada-" + caller + "-" + number + "@example.org", "Ada, \"the\" " + number))
                .map(wish -> everyone.post("/api/registrations", wish))
                .map(called -> called.expect(201).json().getString("registrationId"))
                .toList();
    }

    /** As it reads back: one that begins with a sign of formulas has an apostrophe before it. */
    private static String idIn(String row) {
        return row.substring(1, row.indexOf('"', 1)).replaceFirst("^'", "");
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

    private Called register(String event, String email) {
        return Door.tryRegister(everyone, event, email);
    }

    private static JsonObject wish(String event, String email, String name) {
        return Json.createObjectBuilder(Door.wish(event, email))
                .add("userData", Json.createObjectBuilder().add("name", name))
                .build();
    }

    private String anOpenEvent() {
        return anEvent().with("authType", "email").publishedBy(organizer);
    }

    private String anEventThatAsksForNames() {
        var fields = Json.createArrayBuilder().add("name");
        return anEvent()
                .with("authType", "email")
                .with(
                        "registrationConfig",
                        Json.createObjectBuilder().add("fields", fields).build())
                .publishedBy(organizer);
    }
}
