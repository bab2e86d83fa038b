package foyer.media.captions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import foyer.shared.Finding;
import foyer.shared.ValidationFailed;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebVttTest {
    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final String GOOD = """
            WEBVTT - by hand

            NOTE
            Nobody reads this.

            STYLE
            ::cue { color: red }

            1
            00:01.500 --> 00:04.000 line:0 align:start
            <v Ada>Good
            evening

            00:00:04.000 --> 00:00:05.000
            مساء الخير 🎬
            """;

    @Test
    void cuesAreReadWithTheirSettingsAndNothingElseIs() {
        assertThat(read(GOOD).cues())
                .containsExactly(
                        new WebVtt.Cue(
                                1_500, 4_000, "00:01.500 --> 00:04.000 line:0 align:start\n<v Ada>Good\nevening"),
                        new WebVtt.Cue(4_000, 5_000, "00:00:04.000 --> 00:00:05.000\nمساء الخير 🎬"));
    }

    @Test
    void everyEndOfLineAndAByteOrderMarkAreTaken() {
        var expected = read(GOOD);

        assertThat(read("\uFEFF" + GOOD.replace("\n", "\r\n"))).isEqualTo(expected);
        assertThat(read(GOOD.replace("\n", "\r"))).isEqualTo(expected);
        assertThat(read(GOOD + "\n\n\n")).isEqualTo(expected);
    }

    @Test
    void aPartHasWhatIsToBeReadInIt() {
        var captions = read(GOOD);

        assertThat(captions.part(0, 1_500)).isEqualTo("WEBVTT\n");
        assertThat(captions.part(2_000, 4_000)).contains("evening").doesNotContain("🎬");
        assertThat(captions.part(3_999, 4_001)).contains("evening", "🎬");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            00:01.5 --> 00:04.000|x|times
            00:01,500 --> 00:04,000|x|times
            00:61.000 --> 00:64.000|x|times
            00:01.500 -> 00:04.000|x|neither
            00:01.500 --> 00:04.000 <script>|x|times
            00:04.000 --> 00:04.000|x|ends after
            01:00.000 --> 01:01.000|x|over by then
            00:01.000 --> 00:02.000|''|has a text
            00:01.000 --> 00:02.000|a --> b|no -->
            """)
    void aWrongCueIsNamedByItsLine(String times, String text, String words) {
        assertThat(findings("WEBVTT\n\n" + times + "\n" + text + "\n"))
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.message()).startsWith("Line 3: ").contains(words));
    }

    @Test
    void allThatIsWrongIsToldAtOnceUpToTwenty() {
        var wrong = "WEBVTT\n\n" + "soon --> later\nHello\n\n".repeat(50);

        assertThat(findings(wrong))
                .hasSize(20)
                .extracting(Finding::message)
                .anyMatch(words -> words.startsWith("Line 9: "));
    }

    @Test
    void cuesAreInTheirOrder() {
        assertThat(findings("WEBVTT\n\n00:09.000 --> 00:10.000\nB\n\n00:08.000 --> 00:09.000\nA\n"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message())
                        .isEqualTo("Line 6: A cue does not begin before the one above it."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1\n00:00:01,000 --> 00:00:02,000\nSubRip", "WEBVTTX\n", "<html>", "{}"})
    void whatIsNoWebVttIsRefused(String file) {
        assertThat(findings(file))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("begins with WEBVTT"));
    }

    @Test
    void aFileWithoutCuesIsRefused() {
        assertThat(findings("WEBVTT\n\nNOTE nothing yet\n"))
                .extracting(Finding::code)
                .containsExactly("required");
    }

    @Test
    void whatIsTooMuchIsRefused() {
        assertThat(findings("WEBVTT\n\n" + "00:01.000 --> 00:02.000\nA\n\n".repeat(20_001)))
                .extracting(Finding::code)
                .containsExactly("too_many");
        assertThat(findings("WEBVTT\n\n00:01.000 --> 00:02.000\n" + "A".repeat(1_001)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("1000 characters"));
    }

    @Test
    void whatWouldFillEveryPartOfALongVideoIsRefused() {
        var cues = "00:00.000 --> 9999:59:59.000\n" + "A".repeat(900) + "\n\n";
        var file = ("WEBVTT\n\n" + cues.repeat(1_000)).getBytes(StandardCharsets.UTF_8);

        assertThat(catchThrowableOfType(ValidationFailed.class, () -> WebVtt.read(file, Duration.ofHours(2)))
                        .findings())
                .extracting(Finding::code)
                .containsExactly("too_many");
    }

    @Test
    void manySettingsAreReadOrRefusedWithoutEnd() {
        var line = "00:00.000 --> 00:01.000" + " a:b a:bc".repeat(50_000);

        assertThat(read("WEBVTT\n\n" + line + "\nA\n").cues()).hasSize(1);
    }

    @Test
    void otherEncodingsAreRefused() {
        var latin = "WEBVTT\n\n00:01.000 --> 00:02.000\nSchön\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(catchThrowableOfType(ValidationFailed.class, () -> WebVtt.read(latin, A_MINUTE))
                        .findings())
                .extracting(Finding::message)
                .containsExactly("This is not UTF-8.");
    }

    private static WebVtt read(String file) {
        return WebVtt.read(file.getBytes(StandardCharsets.UTF_8), A_MINUTE);
    }

    private static List<Finding> findings(String file) {
        return catchThrowableOfType(ValidationFailed.class, () -> read(file)).findings();
    }
}
