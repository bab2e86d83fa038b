package foyer.player.entry;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.event.EventId;
import foyer.shared.Secret;
import foyer.shared.Signatures;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class FormTokensTest {
    private static final Instant NOON = Instant.parse("2030-05-01T12:00:00Z");
    private static final EventId EVENT = EventId.fresh();

    @Test
    void formsOfThisPageAreTaken() {
        assertThat(at(NOON).good(EVENT, at(NOON).fresh(EVENT))).isTrue();
    }

    @Test
    void formOfAnotherEventIsNot() {
        assertThat(at(NOON).good(EventId.fresh(), at(NOON).fresh(EVENT))).isFalse();
    }

    @Test
    void formThatLayAroundIsNot() {
        var token = at(NOON).fresh(EVENT);

        assertThat(at(NOON.plus(Duration.ofHours(5))).good(EVENT, token)).isTrue();
        assertThat(at(NOON.plus(Duration.ofHours(6))).good(EVENT, token)).isFalse();
    }

    @Test
    void forgedOnesAreNot() {
        var token = at(NOON).fresh(EVENT);

        assertThat(at(NOON).good(EVENT, "")).isFalse();
        assertThat(at(NOON).good(EVENT, token.substring(1))).isFalse();
        assertThat(at(NOON).good(EVENT, signatures().sign("session", EVENT.value() + " 9999999999")))
                .isFalse();
    }

    private static FormTokens at(Instant now) {
        var tokens = new FormTokens();
        tokens.signatures = signatures();
        tokens.clock = Clock.fixed(now, ZoneOffset.UTC);
        return tokens;
    }

    private static Signatures signatures() {
        return new Signatures(new Secret(new byte[32]));
    }
}
