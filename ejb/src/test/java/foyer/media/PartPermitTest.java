package foyer.media;

import static foyer.shared.SettableClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.shared.Forbidden;
import foyer.shared.Secret;
import foyer.shared.Signatures;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PartPermitTest {
    private final Signatures signatures = new Signatures(new Secret(new byte[32]));
    private final PartPermit permit = new PartPermit(RecordingId.fresh(), 7, 5_000_000_000L, NOON);

    @Test
    void itIsReadAsItWasGiven() {
        var signed = permit.signed(signatures);

        assertThat(PartPermit.read(signed, signatures, NOON.minusMillis(1))).isEqualTo(permit);
        assertThat(signed).matches("[A-Za-z0-9_.-]+");
    }

    @Test
    void itEnds() {
        assertThatThrownBy(() -> PartPermit.read(permit.signed(signatures), signatures, NOON))
                .isInstanceOf(PermitExpired.class);
    }

    @Test
    void nobodyElseMakesOne() {
        var signed = permit.signed(signatures);
        var others = new Signatures(new Secret("another secret, as long as it takes".getBytes(StandardCharsets.UTF_8)));

        for (var forged : new String[] {
            "",
            ".",
            "x",
            signed + "A",
            "A" + signed,
            signed.replace('.', '-'),
            permit.signed(others),
            signatures.sign("cursor", "upload"),
            signatures.sign("upload-part", "..:1:1:9999999999")
        }) {
            assertThatThrownBy(() -> PartPermit.read(forged, signatures, NOON.minusSeconds(1)))
                    .as(forged)
                    .isInstanceOf(Forbidden.class);
        }
    }
}
