package foyer.browser;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.launch.Await;
import foyer.whole.Http;
import foyer.whole.Whole;
import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** What a viewer finds among their letters. */
record Mailbox(String address) {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Pattern CODE = Pattern.compile("\\b(\\d{6})\\b");
    private static final Pattern LINK = Pattern.compile("https?://\\S+[?&]k=[A-Za-z0-9._~-]+");

    /** One that nobody else reads. */
    static Mailbox fresh() {
        return new Mailbox("ada." + UUID.randomUUID() + "@example.com");
    }

    /** The code of the newest letter that has one. */
    String code() {
        return newest(CODE);
    }

    /** The code of a letter that came after the one with this code. */
    String codeAfter(String earlier) {
        assertThat(Await.until(PATIENCE, () -> !code().equals(earlier))).isTrue();
        return code();
    }

    /** The link of the newest letter that has one. */
    String link() {
        return newest(LINK);
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

    /** Newest first. */
    private List<String> texts() {
        var to = URLEncoder.encode(address, StandardCharsets.UTF_8);
        return Http.to(Whole.sandbox().url())
                .get("/mail/messages?to=" + to)
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(letter -> letter.getString("text"))
                .toList();
    }
}
