package foyer.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class SignaturesTest {
    private static final byte[] SECRET = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private final Signatures signatures = new Signatures(new Secret(SECRET));

    @Test
    void aPurposeIsAKeyOfItsOwn() throws Exception {
        var key = hmac(SECRET, "session");

        assertThat(signatures.mac("session", "text")).isEqualTo(hmac(key, "text"));
        assertThat(signatures.mac("other", "text")).isNotEqualTo(hmac(key, "text"));
    }

    @Test
    void oneHashLeavesNothingToTheNext() {
        var first = signatures.mac("session", "one");

        signatures.mac("session", "other");

        assertThat(signatures.mac("session", "one")).isEqualTo(first);
    }

    @Test
    void manyAtOnceGetWhatEachWouldGetAlone() {
        var alone = IntStream.range(0, 1_000).mapToObj(this::hash).toList();

        var together = IntStream.range(0, 1_000).parallel().mapToObj(this::hash).toList();

        assertThat(together).isEqualTo(alone);
    }

    @Test
    void whatWasSignedIsRead() {
        var token = signatures.sign("session", "a b ü");

        assertThat(signatures.verify("session", token)).contains("a b ü");
        assertThat(signatures.verify("other", token)).isEmpty();
        assertThat(signatures.verify("session", token + "A")).isEmpty();
        assertThat(signatures.verify("session", token.substring(1))).isEmpty();
        assertThat(signatures.verify("session", token.replace(".", ""))).isEmpty();
    }

    private String hash(int number) {
        return HexFormat.of().formatHex(signatures.mac("session", "text " + number));
    }

    private static byte[] hmac(byte[] key, String text) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }
}
