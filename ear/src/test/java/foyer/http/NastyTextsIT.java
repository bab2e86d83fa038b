package foyer.http;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import foyer.launch.Await;
import foyer.whole.Beside;
import foyer.whole.Http;
import foyer.whole.Whole;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever organizers and viewers type goes through page, letter and export as text, and does nothing on its way. */
@Beside
class NastyTextsIT {
    private final Http organizer = Whole.onMicro().as("organizer");
    private final Http everyone = Whole.onMicro().http();
    private final String address = "ada-" + UUID.randomUUID() + "@example.com";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "#{7*7}",
                "${7*7}",
                "{{code}} {{{link}}}",
                "${jndi:ldap://127.0.0.1/a}",
                "\u202egnirts desrever\u202c",
                "\u200fمرحبا\u200e",
                "👩‍🚀 émoji ﷽",
                "=HYPERLINK(\"https://evil.example\";\"click\")",
                "@SUM(1+1)*cmd|' /C calc'!A0",
                "' OR 1=1 --",
                "\"}],"
            })
    void aTextIsATextEverywhere(String text) throws IOException {
        var before = log().length();
        var event = anEvent()
                .titled(text)
                .with("description", text)
                .with("authType", "email")
                .with("verifyEmail", JsonValue.FALSE)
                .with("registrationConfig", form(text))
                .with("videoConfig", video(text))
                .publishedBy(organizer);
        assertReadAsWritten(event, text);
        var registered = everyone.post("/api/registrations", wish(event, answers(text)))
                .expect(201)
                .json();

        assertHarmless(everyone.get("/watch/" + event).expect(200).text(), text);
        assertHarmless(
                everyone.with("Accept-Language", "de")
                        .get("/embed/" + event)
                        .expect(200)
                        .text(),
                text);
        var letter = letter();
        assertHarmless(letter.getString("html"), text);
        assertThat(letter.getString("text")).contains(text);
        assertThat(letter.getString("subject")).contains(text);
        assertThat(letter.getJsonObject("headers").toString()).doesNotContainIgnoringCase("\"bcc\"");
        assertThat(calendar(event)).contains("\nSUMMARY:" + text.replaceAll("[\\\\;,]", "\\\\$0"));
        assertThat(row(event))
                .containsExactly(
                        entry("registrationId", registered.getString("registrationId")),
                        entry("email", address),
                        entry("state", "confirmed"),
                        entry("paymentStatus", "notRequired"),
                        entry("language", "en"),
                        entry("createdAt", registered.getString("createdAt")),
                        entry("userData.name", text),
                        entry("userData.course", text),
                        entry("userData.word", text),
                        entry("otherAnswers", ""));
        assertHarmlessInTheLog(before, text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "${jndi:ldap://127.0.0.1/a}", "\u202eada\u202c", "👩‍🚀 ﷽"})
    void anOperatorsNameComesBackAsItWasTyped(String name) {
        var operator = Json.createObjectBuilder()
                .add("email", address)
                .add("name", name)
                .add("password", "a password of somebody")
                .add("roles", Json.createArrayBuilder().add("analyst"));
        var admin = Whole.onMicro().as("admin");

        var made = admin.post("/api/operators", operator.build()).expect(201);

        var path = "/api/operators/" + made.json().getString("operatorId");
        assertThat(admin.get(path).expect(200).json().getString("name")).isEqualTo(name);
    }

    @Test
    void aLineBreakInANameReachesNoLetter() {
        var event = anEvent()
                .with("authType", "email")
                .with("registrationConfig", form("plain"))
                .publishedBy(organizer);

        var refused = everyone.post("/api/registrations", wish(event, named("Ada\r\nBcc: all@evil.example")))
                .expect(400);

        assertThat(refused.errorCode()).isEqualTo("validation_failed");
        organizer
                .post(
                        "/api/events",
                        anEvent().titled("An evening\r\nBcc: all@evil.example").json())
                .expect(400);
    }

    private void assertReadAsWritten(String event, String text) {
        var read = organizer.get("/api/events/" + event).expect(200).json();
        assertThat(List.of(read.getString("title"), read.getString("description")))
                .containsOnly(text);
        assertThat(read.getJsonObject("videoConfig").get("chapters"))
                .isEqualTo(video(text).get("chapters"));
        var asked = read.getJsonObject("registrationConfig");
        assertThat(asked.get("customization")).isEqualTo(form(text).get("customization"));
        assertThat(asked.getJsonArray("fields").getValuesAs(JsonObject.class))
                .anySatisfy(field ->
                        assertThat(field).containsAllEntriesOf(question(text).build()));
    }

    /** That each line of it is JSON is read at the end, of all that was written ({@code PackagingIT}). */
    private void assertHarmlessInTheLog(int before, String text) {
        assertThat(log().substring(before))
                .doesNotContain(text, address)
                .doesNotContainPattern("[\\u200e\\u200f\\u202a-\\u202e\\u2028\\u2029\\u2066-\\u2069]");
    }

    private static String log() {
        return Whole.onMicro().server().process().output();
    }

    private static void assertHarmless(String html, String text) {
        assertThat(html).doesNotContain("<script>alert", "<img src=x", ">49<", "alert(1)>");
        var escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        assertThat(plain(html)).contains(plain(escaped));
    }

    // Who escapes may do it in several spellings.
    private static String plain(String html) {
        return html.replaceAll("&quot;|&#34;|&#x22;", "\"")
                .replaceAll("&#39;|&#x27;|&apos;", "'")
                .replaceAll("&#x3D;|&#61;", "=")
                .replaceAll("&#x60;", "`")
                .replace("&eacute;", "é");
    }

    /** The entry that the letter carries, with its lines unfolded (RFC 5545, 3.1). */
    private String calendar(String event) {
        return organizer
                .get("/api/events/" + event + "/letters/confirmation")
                .expect(200)
                .json()
                .getString("calendar")
                .replaceAll("\r\n[ \t]", "")
                .replace("\r\n", "\n");
    }

    /** What a reader of RFC 4180 finds in the one row of the export, by its heading, without the apostrophe that makes it inert. */
    private Map<String, String> row(String event) throws IOException {
        var sheet = organizer
                .with("Accept", "text/csv")
                .get("/api/events/" + event + "/registrations")
                .expect(200)
                .text();
        assertThat(sheet).doesNotContain(",=", ",@", ",\"=", ",\"@");
        try (var read =
                CSVParser.parse(sheet, CSVFormat.RFC4180.builder().setHeader().get())) {
            var rows = read.getRecords();
            assertThat(rows).hasSize(1).allMatch(CSVRecord::isConsistent);
            var cells = rows.get(0).toMap();
            cells.replaceAll((heading, cell) -> cell.replaceFirst("^'", ""));
            return cells;
        }
    }

    private static JsonObject form(String text) {
        return Json.createObjectBuilder()
                .add(
                        "fields",
                        Json.createArrayBuilder()
                                .add("name")
                                .add(question(text))
                                .add(word()))
                .add(
                        "customization",
                        Json.createObjectBuilder()
                                .add("intro", text)
                                .add("submitLabel", text)
                                .add("thankYou", text))
                .build();
    }

    private static JsonObject video(String text) {
        return Json.createObjectBuilder()
                .add("manifestUrl", Whole.sandbox().origin() + "/recorded/demo/master.m3u8")
                .add(
                        "chapters",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("startTime", 0)
                                        .add("title", text)))
                .build();
    }

    private static JsonObjectBuilder question(String text) {
        return Json.createObjectBuilder()
                .add("name", "course")
                .add("type", "select")
                .add("label", text)
                .add("labels", Json.createObjectBuilder().add("de", text))
                .add("options", Json.createArrayBuilder().add(text))
                .add(
                        "optionLabels",
                        Json.createObjectBuilder()
                                .add("de", Json.createArrayBuilder().add(text)))
                .add("help", text);
    }

    private static JsonObjectBuilder word() {
        return Json.createObjectBuilder().add("name", "word").add("type", "textarea");
    }

    private static JsonObjectBuilder named(String name) {
        return Json.createObjectBuilder().add("name", name);
    }

    private static JsonObjectBuilder answers(String text) {
        return named(text).add("course", text).add("word", text);
    }

    private JsonObject wish(String event, JsonObjectBuilder answers) {
        return Json.createObjectBuilder()
                .add("eventId", event)
                .add("email", address)
                .add("userData", answers)
                .build();
    }

    private JsonObject letter() {
        var found = new ArrayList<JsonObject>();
        assertThat(Await.until(Duration.ofSeconds(30), () -> {
                    var listed = Http.to(Whole.sandbox().url())
                            .get("/mail/messages?to=" + address)
                            .expect(200)
                            .json();
                    found.addAll(listed.getJsonArray("items").getValuesAs(JsonObject.class));
                    return !found.isEmpty();
                }))
                .isTrue();
        return found.get(0);
    }
}
