package foyer.http;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.launch.Await;
import foyer.whole.Beside;
import foyer.whole.CalendarEntry;
import foyer.whole.Door;
import foyer.whole.EventFixture;
import foyer.whole.Http;
import foyer.whole.Mailbox;
import foyer.whole.Whole;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What could add to a letter is refused by its field's name, wherever letters have it from; what is taken is a text there. */
@Beside
class LetterFieldsIT {
    /** Each ends a line for some reader of headers, calendars or pages. */
    private static final String[] BREAKS = {"\r\n", "\n", "\r", "\r\n\r\n", "\u0000", "\u000b", "\u0085", "\u2028"};

    /** Each is run by some mail program or browser, or leads where it does not say. */
    private static final String[] NO_PLAIN_ADDRESSES = {
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " javascript:alert(1)",
        "java\tscript:alert(1)",
        "javascript://page.example/%0aalert(1)",
        "vbscript:msgbox(1)",
        "data:text/html,<script>alert(1)</script>",
        "https://page.example/\"onerror=\"alert(1)",
        "https://page.example/<script>alert(1)</script>",
        "https://page.example@evil.example/",
        "https:\\\\evil.example",
        "//evil.example/",
        "cid:logo"
    };

    /** Odd, but an address: in quotation marks of another kind it would end an attribute. */
    private static final String ODD_ADDRESS =
            "https://page.example/'onerror='alert(1)?a=1&b=%0d%0aBcc:%20all@evil.example&c=%22%3Cscript%3E";

    private final Http organizer = Whole.onMicro().as("organizer");
    private final Http everyone = Whole.onMicro().http();

    static Stream<Arguments> whatCouldAddToALetter() {
        var zones = broken("Europe/Vienna").map(text -> Arguments.of("timeZone", text));
        var colors = broken("#00aa77").map(text -> Arguments.of("registrationConfig.customization.primaryColor", text));
        var addresses = Stream.of("embedConfig.pageUrl", "registrationConfig.customization.logoUrl")
                .flatMap(field -> Stream.concat(broken("https://page.example/"), Stream.of(NO_PLAIN_ADDRESSES))
                        .map(text -> Arguments.of(field, text)));
        return Stream.of(zones, colors, addresses, Stream.of(Arguments.of("timeZone", "javascript:alert(1)")))
                .flatMap(each -> each);
    }

    static Stream<String> brokenAddresses() {
        return broken("ada@example.com");
    }

    static Stream<String> brokenLanguages() {
        return Stream.concat(broken("de"), Stream.of("javascript:alert(1)", "\"><script>alert(1)</script>"));
    }

    @ParameterizedTest
    @MethodSource("whatCouldAddToALetter")
    void whatCouldAddToALetterIsRefusedByItsName(String field, String text) {
        var refused = organizer.post("/api/events", with(anEvent(), field, text).json());

        assertThat(EventsIT.fields(refused.expect(400).problem())).containsExactly(field);
    }

    @ParameterizedTest
    @MethodSource("brokenAddresses")
    void anAddressOfSeveralLinesIsNone(String address) {
        var event = anEventThatTrusts().publishedBy(organizer);

        var refused = everyone.post("/api/registrations", Door.wish(event, new Mailbox(address)));

        assertThat(EventsIT.fields(refused.expect(400).problem())).containsExactly("email");
    }

    @ParameterizedTest
    @MethodSource("brokenLanguages")
    void aLanguageThatIsNoneIsTheUsualOne(String language) {
        var event = anEventThatTrusts().publishedBy(organizer);
        var ada = Mailbox.fresh();
        var wish = Json.createObjectBuilder(Door.wish(event, ada)).add("language", language);
        everyone.post("/api/registrations", wish.build()).expect(201);

        var letter = letter(ada);

        assertUsual(letter, ada);
        assertThat(letter.getString("html")).contains("<html lang=\"en\">");
    }

    @Test
    void anAddressIsATextInTheLetterAndItsCalendar() {
        var event = with(
                        with(anEventThatTrusts(), "embedConfig.pageUrl", ODD_ADDRESS),
                        "registrationConfig.customization.logoUrl",
                        ODD_ADDRESS)
                .publishedBy(organizer);
        var ada = Mailbox.fresh();
        Door.register(everyone, event, ada);

        var letter = letter(ada);

        assertUsual(letter, ada);
        assertThat(letter.getString("html").split("<img ", -1)).hasSize(2);
        assertThat(letter.getString("html").split("<img ", -1)[1])
                .startsWith("src=\"" + escaped(ODD_ADDRESS) + "\" alt=\"\"");
        assertThat(letter.getString("html")).doesNotContain("'onerror").doesNotContain("<script");
        assertThat(CalendarEntry.of(letter).value("URL")).isEqualTo(ODD_ADDRESS);
        assertThat(CalendarEntry.of(letter).lines())
                .noneMatch(line -> line.toLowerCase(Locale.ROOT).startsWith("bcc"));
    }

    private static Stream<String> broken(String sound) {
        return Stream.of(BREAKS).map(broken -> sound + broken + "Bcc: all@evil.example");
    }

    /** @param path as the API names a finding */
    private static EventFixture with(EventFixture event, String path, String text) {
        var names = path.split("\\.");
        JsonValue value = Json.createValue(text);
        for (var level = names.length - 1; level > 0; level--) {
            value = Json.createObjectBuilder().add(names[level], value).build();
        }
        return event.with(names[0], value);
    }

    private static EventFixture anEventThatTrusts() {
        return anEvent().with("authType", "email").with("verifyEmail", JsonValue.FALSE);
    }

    private static void assertUsual(JsonObject letter, Mailbox reader) {
        var headers = letter.getJsonObject("headers");
        assertThat(headers.keySet()).map(name -> name.toLowerCase(Locale.ROOT)).doesNotContain("bcc", "cc");
        assertThat(headers.getString("To")).isEqualTo(reader.address());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("'", "&#39;").replace("=", "&#x3D;");
    }

    private static JsonObject letter(Mailbox mailbox) {
        assertThat(Await.until(Duration.ofSeconds(30), () -> !mailbox.letters().isEmpty()))
                .isTrue();
        return mailbox.letters().get(0);
    }
}
