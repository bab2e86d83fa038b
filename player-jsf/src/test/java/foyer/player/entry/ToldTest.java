package foyer.player.entry;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.player.StartTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class ToldTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void whatIsNotOpenYetSaysFromWhenOnInTheEventsZone() {
        var told = told(Panel.REFUSED, "registration_closed", Map.of("opensAt", "2030-03-01T18:00:00+01:00"));

        assertThat(told.title()).isEqualTo("Registration is not open yet");
        assertThat(told.words()).isEqualTo("You can register here from this moment on:");
        assertThat(told.opens().map(StartTime::words))
                .hasValueSatisfying(words -> assertThat(words).contains("March 1, 2030", "6:00", "CET"));
        assertThat(told.opens().map(StartTime::iso)).contains("2030-03-01T18:00:00+01:00");
        assertThat(told.back()).isEqualTo("I have registered already");
    }

    @Test
    void whatIsOverOrSoldOutIsNotToBeWaitedFor() {
        for (var reason : new String[] {"registration_closed", "sold_out"}) {
            assertThat(told(Panel.REFUSED, reason, Map.of()).opens()).isEmpty();
        }
        assertThat(told(Panel.REFUSED, "registration_closed", Map.of()).title()).isEqualTo("Registration is closed");
        assertThat(told(Panel.REFUSED, "sold_out", Map.of()).title()).isEqualTo("Sold out");
    }

    @Test
    void whoIsKnownAndWaitsForTheStartIsRegistered() {
        var told = told(Panel.WAIT, "notStarted", Map.of());

        assertThat(told.title()).isEqualTo("You are registered");
        assertThat(told.words()).contains("ticket", "close this page");
        assertThat(told.back()).isEqualTo("Come in again, or with another address");
    }

    @Test
    void whoLeftByThemselvesMayComeInAgain() {
        assertThat(told(Panel.REFUSED, "given_back", Map.of()).back()).isEqualTo("Come in again");
        assertThat(told(Panel.REFUSED, "closed", Map.of()).title()).isEqualTo("You are signed out");
    }

    private static Told told(Panel panel, String reason, Map<?, ?> data) {
        var texts = ResourceBundle.getBundle(
                "foyer.player.texts",
                Locale.ENGLISH,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return Told.of(panel, reason, data, BERLIN, new Words(texts, Locale.ENGLISH));
    }
}
