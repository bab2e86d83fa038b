package foyer.http;

import foyer.whole.Called;
import foyer.whole.Http;
import foyer.whole.Provider;
import foyer.whole.Whole;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A notice of the payment provider's, with its signature (docs.stripe.com/webhooks, "Verify webhook signatures manually").
 *
 * @param signatures the header's part after the time
 */
record Notice(String body, Instant at, String signatures) {
    /** That this was paid, as its own provider would send it now. */
    static Notice of(JsonObject checkout) {
        return of(checkout, Whole.onMicro().noticesSecret());
    }

    /** The same for another server. */
    static Notice of(JsonObject checkout, String secret) {
        return signed(Provider.eventOf(checkout).toString(), Instant.now(), secret);
    }

    static Notice signed(String body, Instant at, String secret) {
        return new Notice(body, at, ",v1=" + hash(body, at, secret));
    }

    /** The same body, signed at another time. */
    Notice signedAt(Instant other) {
        return signed(body, other, Whole.onMicro().noticesSecret());
    }

    /** The same, signed by somebody who does not know the secret. */
    Notice forged() {
        return signed(body, at, "whsec_of_somebody_else");
    }

    /** Other bytes under the same signature. */
    Notice saying(String other) {
        return new Notice(other, at, signatures);
    }

    /** With another signature, before its own. */
    Notice after(Notice other) {
        return new Notice(body, at, other.signatures + signatures);
    }

    Called sent() {
        return sentTo(Whole.onMicro().http());
    }

    Called sentTo(Http server) {
        return server.with("Stripe-Signature", "t=" + at.getEpochSecond() + signatures)
                .with("Content-Type", "application/json; charset=utf-8")
                .call("POST", "/api/webhooks/stripe", BodyPublishers.ofString(body));
    }

    private static String hash(String body, Instant at, String secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            var signed = at.getEpochSecond() + "." + body;
            return HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has it", impossible);
        }
    }
}
