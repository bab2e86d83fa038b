package foyer.media.aws;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPrivateKeySpec;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The ECDSA key on P-256 that belongs to an access key, by which requests are signed that hold in every region (Signature Version 4a). It
 * derives from the secret by NIST SP 800-108, with HMAC-SHA-256 in counter mode.
 *
 * @param number the private key itself
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html#derive-signing-key">Deriving a
 *     signing key for SigV4a</a>
 */
record SigningKey(BigInteger number) {
    static final String ALGORITHM = "AWS4-ECDSA-P256-SHA256";
    private static final ECParameterSpec CURVE = curve();
    private static final BigInteger MOST = CURVE.getOrder().subtract(BigInteger.TWO);
    private static final int BITS = 256;
    private static final int MOST_TRIES = 254;

    static SigningKey of(String accessKey, String secret) {
        var id = accessKey.getBytes(StandardCharsets.US_ASCII);
        for (var counter = 1; counter <= MOST_TRIES; counter++) {
            var candidate = new BigInteger(1, mac("AWS4A" + secret, fixedInput(id, (byte) counter)));
            if (candidate.compareTo(MOST) <= 0) {
                return new SigningKey(candidate.add(BigInteger.ONE));
            }
        }
        throw new IllegalStateException("No key derives from this access key.");
    }

    /** The signature of a text, in DER, as hexadecimal digits. */
    String sign(String text) {
        try {
            var signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(privateKey());
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform signs with P-256", impossible);
        }
    }

    /** Never the key. */
    @Override
    public String toString() {
        return "SigningKey[hidden]";
    }

    private PrivateKey privateKey() throws GeneralSecurityException {
        return KeyFactory.getInstance("EC").generatePrivate(new ECPrivateKeySpec(number, CURVE));
    }

    private static byte[] fixedInput(byte[] id, byte counter) {
        var label = ALGORITHM.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(Integer.BYTES + label.length + 1 + id.length + 1 + Integer.BYTES)
                .putInt(1)
                .put(label)
                .put((byte) 0)
                .put(id)
                .put(counter)
                .putInt(BITS)
                .array();
    }

    private static byte[] mac(String key, byte[] input) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(input);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", impossible);
        }
    }

    private static ECParameterSpec curve() {
        try {
            var parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec("secp256r1"));
            return parameters.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has P-256", impossible);
        }
    }
}
