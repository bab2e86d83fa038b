package foyer.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;

class SealTest {
    private final Seal seal = new Seal(new Signatures(new Secret(new byte[32])));

    @Test
    void aTextComesBackForItsPurposeAndIdAlone() {
        var sealed = seal.seal("letters", "id", "Grüße 🎭");

        assertThat(seal.open("letters", "id", sealed)).contains("Grüße 🎭");
        assertThat(seal.open("answers", "id", sealed)).isEmpty();
        assertThat(seal.open("letters", "another", sealed)).isEmpty();
    }

    @Test
    void whatWasAlteredOrNeverSealedDoesNotOpen() {
        var bytes = Base64.getDecoder().decode(seal.seal("letters", "id", "text"));
        bytes[13] ^= 1;

        assertThat(seal.open("letters", "id", Base64.getEncoder().encodeToString(bytes)))
                .isEmpty();
        assertThat(seal.open("letters", "id", "short")).isEmpty();
    }
}
