package foyer.media.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class SigningKeyTest {
    /** By the credentials that AWS's own test suites of Signature Version 4a use, and the key that these derive from them. */
    @Test
    void derivesAsAwsDerivesIt() {
        var key = SigningKey.of("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY");

        assertThat(key.number())
                .isEqualTo(new BigInteger("7EFC8C0E65A324242818C5A50C891C6060B6A00717B7BA3CBE3C5D765BE9259C", 16));
    }

    @Test
    void isNeverShown() {
        assertThat(SigningKey.of("AKIDEXAMPLE", "secret")).hasToString("SigningKey[hidden]");
    }
}
