package foyer.player;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {
    private static final Instant START = Instant.parse("2030-05-01T18:00:00Z");

    @Test
    void begunSecondCounts() {
        assertThat(Remaining.between(START.minusMillis(1), START)).isEqualTo(new Remaining(0, "00", "00", "01"));
        assertThat(Remaining.between(START.minusSeconds(93_784), START)).isEqualTo(new Remaining(1, "02", "03", "04"));
    }

    @Test
    void nothingRemainsAfterTheStart() {
        assertThat(Remaining.between(START.plusSeconds(5), START)).isEqualTo(new Remaining(0, "00", "00", "00"));
    }

    @ParameterizedTest
    @CsvSource({"en, Wednesday", "de, Mittwoch", "es, miércoles", "fr, mercredi"})
    void startIsToldInTheViewersLanguageAndTheEventsZone(String language, String day) {
        var start = new StartTime(
                ZonedDateTime.ofInstant(START, ZoneId.of("Europe/Vienna")), Language.preferredIn(language));

        assertThat(start.words()).containsIgnoringCase(day).contains("2030").containsPattern("20:00|8:00");
        assertThat(start.iso()).isEqualTo("2030-05-01T20:00:00+02:00");
    }
}
