package foyer.http;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.launch.Await;
import foyer.whole.Called;
import foyer.whole.Door;
import foyer.whole.Http;
import foyer.whole.Mailbox;
import foyer.whole.Whole;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Somebody who joins events by mail on the server that all share, and what they find in their letters. */
final class Joiner {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern CODE = Pattern.compile("\\b([0-9]{6})\\b");
    private static final Pattern LINK = Pattern.compile("\\?k=([ap]\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+)");
    private static final Pattern OWN_LINK = Pattern.compile("\\?k=a\\.");

    private final Http server = Whole.onMicro().http();
    private final Mailbox mailbox = Mailbox.fresh();

    Mailbox mailbox() {
        return mailbox;
    }

    String address() {
        return mailbox.address();
    }

    Called join(String event) {
        return server.post("/api/registrations", Door.wish(event, mailbox));
    }

    /** The registration's id. */
    String register(String event) {
        return Door.register(server, event, mailbox).getString("registrationId");
    }

    /** By the code of their letter. */
    JsonObject comeIn(String event) {
        return login(event, proof()).expect(200).json();
    }

    /** What a login by the code of their letter shows. */
    Map<String, String> proof() {
        return Map.of("email", address(), "code", code());
    }

    Called login(String event, Map<String, String> shown) {
        return Door.tryLogin(server, event, shown);
    }

    /** Calls under a session as a login answers it. */
    Http under(JsonObject session) {
        return server.with("Authorization", "Foyer " + session.getString("sessionToken"));
    }

    JsonObject beat(JsonObject session) {
        return under(session)
                .post(
                        "/api/sessions/" + session.getString("sessionId") + "/heartbeat",
                        Json.createObjectBuilder().add("state", "playing").build())
                .expect(200)
                .json();
    }

    String code() {
        return codeIn(letterWith(CODE));
    }

    /** What the link carries of a letter that has one. */
    String link() {
        return linkIn(letterWith(LINK));
    }

    /** The same of a letter whose link opens again and again. */
    String ownLink() {
        return linkIn(letterWith(OWN_LINK));
    }

    /** The text of a letter that has these words. */
    String letter(String words) {
        return letterWith(Pattern.compile(words));
    }

    static String codeIn(String letter) {
        return in(letter, CODE);
    }

    static String linkIn(String letter) {
        return in(letter, LINK);
    }

    private String letterWith(Pattern wanted) {
        assertThat(Await.until(PATIENCE, () -> first(wanted).isPresent()))
                .as("a letter to %s with %s", address(), wanted)
                .isTrue();
        return first(wanted).orElseThrow();
    }

    private Optional<String> first(Pattern wanted) {
        return mailbox.letters().stream()
                .map(letter -> letter.getString("text"))
                .filter(text -> wanted.matcher(text).find())
                .findFirst();
    }

    private static String in(String text, Pattern wanted) {
        var found = wanted.matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.group(1);
    }
}
