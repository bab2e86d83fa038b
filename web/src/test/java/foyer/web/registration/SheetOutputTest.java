package foyer.web.registration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.form.RegistrationForm;
import foyer.registration.Registration;
import foyer.shared.Page;
import foyer.shared.Unavailable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.Test;

class SheetOutputTest {
    private static final Instant NOON = Instant.parse("2030-05-01T12:00:00Z");

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @Test
    void aSheetIsReadPartByPartToItsEnd() throws Exception {
        var asked = new ArrayList<String>();
        Function<String, Page<Registration>> next = position -> {
            asked.add(position);
            return new Page<>(List.of(), asked.size() < 3 ? position + "+" : null);
        };

        new SheetOutput(sheet(), new Page<>(List.of(), "next"), next, NOON).write(written);

        assertThat(asked).containsExactly("next", "next+", "next++");
        assertThat(parsed()).isEqualTo(1);
    }

    /** The container ends the answer as if it were whole. */
    @Test
    void noReaderTakesOneThatBrokeOffForAWholeOne() {
        var broken = new SheetOutput(sheet(), new Page<>(List.of(), "next"), position -> silent(), NOON);

        assertThatThrownBy(() -> broken.write(written)).isInstanceOf(Unavailable.class);

        assertThat(written.toString(UTF_8)).endsWith(SheetOutput.BROKEN_OFF);
        assertThatThrownBy(this::parsed).hasMessageContaining("EOF");
    }

    @Test
    void whoHasGoneHearsNothing() {
        var gone = new OutputStream() {
            @Override
            public void write(int any) throws IOException {
                throw new IOException("The line is closed.");
            }
        };
        var whole = new SheetOutput(sheet(), new Page<>(List.of(), null), position -> silent(), NOON);

        assertThatThrownBy(() -> whole.write(gone)).isInstanceOf(IOException.class);
    }

    private static Page<Registration> silent() {
        throw new Unavailable("The store does not answer.", Duration.ofSeconds(1));
    }

    private static RegistrationSheet sheet() {
        return new RegistrationSheet(RegistrationForm.NONE);
    }

    private int parsed() throws IOException {
        try (var parser = CSVParser.parse(new StringReader(written.toString(UTF_8)), RegistrationSheet.FORMAT)) {
            return parser.getRecords().size();
        }
    }
}
