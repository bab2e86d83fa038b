package foyer.player;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.event.Chapter;
import foyer.event.Video;
import foyer.shared.Money;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PageDataTest {
    private static final Video NOTHING = new Video(null, null, null, false, false, List.of());

    @Test
    void modulesLearnWhatTheyNeed() {
        var data = read(new PageData()
                .language(Language.preferredIn("de"))
                .event(
                        "abc",
                        "live",
                        Instant.ofEpochMilli(5),
                        Optional.of("https://media.example/\"><b>.m3u8"),
                        true,
                        new Video(null, null, null, false, false, List.of(new Chapter(1_500, "Overture"))))
                .opened(Instant.ofEpochMilli(7), true)
                .later("/assets/x/hls.js", "/assets/x/controls.css", "/assets/x/texts/de.properties"));

        assertThat(data.getString("lang")).isEqualTo("de");
        assertThat(data.getString("api")).isEqualTo("/api/events/abc");
        assertThat(data.getJsonObject("event").getString("manifestUrl")).isEqualTo("https://media.example/\"><b>.m3u8");
        var chapter = data.getJsonObject("event").getJsonArray("chapters").getJsonObject(0);
        assertThat(chapter.getString("title")).isEqualTo("Overture");
        assertThat(chapter.getJsonNumber("startTime").doubleValue()).isEqualTo(1.5);
        assertThat(data.getJsonNumber("now").longValue()).isEqualTo(7);
        assertThat(data.getJsonObject("words").getString("state.failed")).contains("Video");
    }

    @Test
    void aPageInAFrameKnowsWhomItAnswers() {
        var embed = read(new PageData()
                        .embedded(
                                List.of("https://partner.example"),
                                "76979871",
                                true,
                                Optional.of(Duration.ofMillis(83_200))))
                .getJsonObject("embed");
        var other = read(new PageData().embedded(List.of(), null, false, Optional.empty()));

        assertThat(embed.getJsonArray("origins").getString(0)).isEqualTo("https://partner.example");
        assertThat(embed.getString("vimeoId")).isEqualTo("76979871");
        assertThat(embed.getBoolean("password")).isTrue();
        assertThat(embed.getJsonNumber("duration").doubleValue()).isEqualTo(83.2);
        assertThat(other.getJsonObject("embed")).doesNotContainKey("duration");
    }

    @Test
    void eventWithoutVideoHasNone() {
        var data = read(new PageData().event("abc", "live", Instant.EPOCH, Optional.empty(), true, NOTHING));

        assertThat(data.getJsonObject("event").isNull("manifestUrl")).isTrue();
    }

    @Test
    void onlyAPageThatAsksSomethingHasTheWordsForIt() {
        var german = Language.preferredIn("de");
        var open = read(new PageData().language(german));
        var guarded = read(new PageData().language(german).guarded(german, "code", Optional.empty()));

        assertThat(open.getJsonObject("words")).doesNotContainKey("finding.other");
        assertThat(guarded.getJsonObject("words").getString("finding.other")).contains("prüfen");
        assertThat(guarded.isNull("session")).isTrue();
    }

    @Test
    void whatIsPaidInIsToldWithItsDecimals() {
        var dinars = new Money(1230, Currency.getInstance("KWD"));

        var payment = read(new PageData().paying(dinars, "/assets/x/texts/paying/de.properties"))
                .getJsonObject("payment");

        assertThat(payment.getString("currency")).isEqualTo("KWD");
        assertThat(payment.getInt("digits")).isEqualTo(3);
        assertThat(payment.getString("texts")).endsWith("/paying/de.properties");
    }

    private static JsonObject read(PageData data) {
        try (var reader = Json.createReader(new StringReader(data.json()))) {
            return reader.readObject();
        }
    }
}
