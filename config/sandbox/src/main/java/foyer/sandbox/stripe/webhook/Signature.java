package foyer.sandbox.stripe.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The header {@code Stripe-Signature} (docs.stripe.com/webhooks, "Verify webhook signatures manually"). */
public final class Signature {
    private static final String HMAC = "HmacSHA256";

    private Signature() {}

    /**
     * {@code t=…,v1=…}, with a {@code v1} for each secret, as while one is being rolled.
     *
     * @param second when it is sent, in epoch seconds
     */
    public static String of(String body, long second, List<String> secrets) {
        return "t=" + second
                + secrets.stream()
                        .map(secret -> ",v1=" + hash(body, second, secret))
                        .collect(Collectors.joining());
    }

    private static String hash(String body, long second, String secret) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC));
            return HexFormat.of().formatHex(mac.doFinal((second + "." + body).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has " + HMAC, impossible);
        }
    }
}
