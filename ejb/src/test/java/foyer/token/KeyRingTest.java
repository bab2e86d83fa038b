package foyer.token;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.shared.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class KeyRingTest {
    private static final Instant NOON = SettableClock.NOON;
    private static final TokenSettings SETTINGS = SomeTokens.OURS;

    @Test
    void theFirstKeySignsAtOnce() {
        var ring = KeyRing.EMPTY.turned(NOON, SETTINGS);

        assertThat(ring.signer(NOON)).isPresent();
        assertThat(ring.version()).isEqualTo(1);
    }

    @Test
    void aRingThatNeedsNothingStaysTheSame() {
        var ring = KeyRing.EMPTY.turned(NOON, SETTINGS);

        assertThat(ring.turned(NOON.plus(Duration.ofDays(29)), SETTINGS)).isSameAs(ring);
    }

    @Test
    void aNewKeyIsKnownBeforeItSigns() {
        var first = KeyRing.EMPTY.turned(NOON, SETTINGS);
        var ahead = NOON.plus(SETTINGS.rotateEvery()).minus(SETTINGS.publishAhead());

        var both = first.turned(ahead, SETTINGS);

        assertThat(both.published().getKeys()).hasSize(2);
        assertThat(both.signer(ahead)).isEqualTo(first.signer(NOON));
        assertThat(both.signer(ahead.plus(SETTINGS.publishAhead())))
                .contains(both.keys().get(1));
    }

    @Test
    void anOldKeyStaysUntilItsLastTokenHasRunOut() {
        var first = KeyRing.EMPTY.turned(NOON, SETTINGS);
        var both = first.turned(NOON.plus(SETTINGS.rotateEvery()), SETTINGS);
        var signs = both.keys().get(1).signsFrom();

        assertThat(both.turned(signs.plus(SETTINGS.lifetime()), SETTINGS).keys())
                .hasSize(2);
        assertThat(both.turned(signs.plus(Duration.ofHours(1)), SETTINGS).keys())
                .containsExactly(both.keys().get(1));
    }

    @Test
    void nothingSecretIsPublishedOrPrinted() {
        var ring = KeyRing.EMPTY.turned(NOON, SETTINGS);
        var secret = ring.keys().get(0).pair().getD().toString();

        assertThat(ring.published().toString()).doesNotContain(secret).doesNotContain("\"d\"");
        assertThat(ring.toString()).doesNotContain(secret);
    }

    @Property(tries = 100)
    void whateverThePausesEveryTokenCanBeVerifiedUntilItRunsOut(
            @ForAll @Size(min = 1, max = 30) List<@IntRange(min = 1, max = 2_000_000) Integer> pausesInSeconds) {
        var now = NOON;
        var ring = KeyRing.EMPTY;
        Map<String, Instant> publishedSince = new HashMap<>();
        Map<String, Instant> lastTokenRunsOut = new HashMap<>();
        for (var pause : pausesInSeconds) {
            ring = ring.turned(now, SETTINGS);
            for (var key : ring.keys()) {
                publishedSince.putIfAbsent(key.id(), now);
            }
            var signer = ring.signer(now).orElseThrow();
            lastTokenRunsOut.put(signer.id(), now.plus(SETTINGS.lifetime()));

            assertThat(ring.keys().size()).isBetween(1, 3);
            for (var token : lastTokenRunsOut.entrySet()) {
                if (now.isBefore(token.getValue())) {
                    assertThat(ring.keys()).extracting(SigningKey::id).contains(token.getKey());
                }
            }
            if (lastTokenRunsOut.size() > 1) {
                assertThat(publishedSince.get(signer.id())).isBeforeOrEqualTo(now.minus(SETTINGS.publishAhead()));
            }
            now = now.plusSeconds(pause);
        }
    }
}
