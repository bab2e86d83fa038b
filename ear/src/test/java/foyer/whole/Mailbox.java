package foyer.whole;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.launch.Await;
import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What a viewer finds among their letters. */
public record Mailbox(String address) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern CODE = Pattern.compile("\\b(\\d{6})\\b");
    private static final Pattern LINK = Pattern.compile("https?://\\S+[?&]k=[A-Za-z0-9._~-]+");

    /** One that nobody else reads. */
    public static Mailbox fresh() {
        return new Mailbox("ada." + UUID.randomUUID() + "@example.com");
    }

    /** The id of what its owner registered for an event, as an organizer is told it. */
    public String registration(Http organizer, String event) {
        return organizer
                .get("/api/events/" + event + "/registrations?email=" + address)
                .expect(200)
                .json()
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("registrationId");
    }

    /** The code of the newest letter that has one. */
    public String code() {
        return newest(CODE);
    }

    /** The code of a letter that came after the one with this code. */
    public String codeAfter(String earlier) {
        assertThat(Await.until(PATIENCE, () -> !code().equals(earlier))).isTrue();
        return code();
    }

    /** The link of the newest letter that has one. */
    public String link() {
        return newest(LINK);
    }

    /** The link of a letter whose subject has these words. */
    public String linkOf(String subject) {
        Supplier<Optional<String>> found = () -> letters().stream()
                .filter(letter -> letter.getString("subject").contains(subject))
                .flatMap(letter -> LINK.matcher(letter.getString("text")).results())
                .map(MatchResult::group)
                .findFirst();
        assertThat(Await.until(PATIENCE, () -> found.get().isPresent()))
                .as("a letter to %s on %s", address, subject)
                .isTrue();
        return found.get().orElseThrow();
    }

    /** What the link of the newest letter carries. */
    public String linkToken() {
        return link().replaceFirst(".*[?&]k=", "");
    }

    /** The same of a letter that came after the one whose link carries this. */
    public String linkTokenAfter(String earlier) {
        assertThat(Await.until(PATIENCE, () -> !linkToken().equals(earlier))).isTrue();
        return linkToken();
    }

    private String newest(Pattern wanted) {
        assertThat(Await.until(PATIENCE, () -> !found(wanted).isEmpty()))
                .as("a letter to %s with %s among %s", address, wanted, texts())
                .isTrue();
        return found(wanted).get(0);
    }

    private List<String> found(Pattern wanted) {
        return texts().stream()
                .flatMap(text -> wanted.matcher(text).results().limit(1))
                .map(match -> match.group(match.groupCount()))
                .toList();
    }

    private List<String> texts() {
        return letters().stream().map(letter -> letter.getString("text")).toList();
    }

    /** All that have come, the newest first, as the sandbox shows them. */
    public List<JsonObject> letters() {
        var to = URLEncoder.encode(address, StandardCharsets.UTF_8);
        return Http.to(Whole.sandbox().url())
                .get("/mail/messages?to=" + to)
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
    }
}
