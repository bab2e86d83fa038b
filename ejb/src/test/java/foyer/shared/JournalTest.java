package foyer.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JournalTest {
    private final KeptLines kept = new KeptLines(Logger.getLogger(JournalTest.class.getName()));
    private final List<LogRecord> lines = kept.lines();

    @AfterEach
    void stopListening() {
        kept.close();
        CurrentRequest.end();
    }

    @Test
    void everyLineNamesItsRequest() {
        CurrentRequest.begin("r-1");

        Journal.of(JournalTest.class).note("Something happened.", Map.of("eventId", "e"));

        assertThat(lines.get(0).getParameters()).containsExactly(Map.of("requestId", "r-1", "eventId", "e"));
    }

    @Test
    void theSentenceIsNeverMadeOfWhatSomebodyTyped() {
        Journal.of(JournalTest.class).note("Something happened.", Map.of("title", "${jndi:ldap://x}\n{0}"));

        assertThat(lines.get(0).getMessage()).isEqualTo("Something happened.");
    }

    @Test
    void nothingEndsALineOrTurnsItsDirection() {
        assertThat(Journal.harmless("a\r\nb\u202Ec\u0000d\u2028e\u200Bf"))
                .isEqualTo("a\\u{d}\\u{a}b\\u{202e}c\\u{0}d\\u{2028}e\\u{200b}f");
    }

    @Test
    void ordinaryTextStaysAsItIs() {
        assertThat(Journal.harmless("Straße 🎬 <b>")).isEqualTo("Straße 🎬 <b>");
    }

    @Test
    void longTextIsCut() {
        assertThat(Journal.harmless("x".repeat(10_000))).hasSize(301).endsWith("…");
    }
}
