package foyer.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebVttChaptersTest {
    @Test
    void cuesAreChaptersWhateverStandsBetweenThem() {
        var text = """
                WEBVTT the evening

                NOTE made by hand

                STYLE
                ::cue { color: red }

                first
                00:00.000 --> 00:59.999 align:start
                Overture\s


                01:00:00.250 --> 100:00:00.000
                 Ein <i>Abend</i> 🎬
                """;

        assertThat(WebVttChapters.read("\uFEFF" + text.replace("\n", "\r\n")))
                .containsExactly(new Chapter(0, "Overture"), new Chapter(3_600_250, "Ein <i>Abend</i> 🎬"));
    }

    @Test
    void aFileWithoutCuesHasNoChapters() {
        assertThat(WebVttChapters.read("WEBVTT")).isEmpty();
        assertThat(WebVttChapters.read("WEBVTT\n\nNOTE nothing yet\n")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | first line has to be WEBVTT",
                "WEBVTTX | first line has to be WEBVTT",
                "'1\n00:00.000 --> 00:01.000\nOverture' | first line has to be WEBVTT",
                "'WEBVTT\n\nOverture' | “Overture” is no line of times",
                "'WEBVTT\n\n0:00.000 --> 00:01.000\nOverture' | “0:00.000” is no time",
                "'WEBVTT\n\n00:00,000 --> 00:01,000\nOverture' | “00:00,000” is no time",
                "'WEBVTT\n\n00:60.000 --> 01:01.000\nOverture' | “00:60.000” is no time",
                "'WEBVTT\n\n00:02.000 --> 00:01.000\nOverture' | ends before it begins",
                "'WEBVTT\n\n00:00.000 --> 00:01.000' | followed by one line",
                "'WEBVTT\n\n00:00.000 --> 00:01.000\nOver\nture' | followed by one line",
            })
    void whatIsNoChapterIsNamed(String text, String complaint) {
        assertThatThrownBy(() -> WebVttChapters.read(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(complaint);
    }
}
