package foyer.payment.stripe;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.payment.provider.BadSignature;
import foyer.sandbox.stripe.webhook.Signature;
import foyer.shared.Secret;
import foyer.shared.SettableClock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signed as the stand-in signs, and altered as somebody would who has no secret. */
class StripeNoticesTest {
    private static final String OURS = "whsec_of_the_house";
    private static final String NEXT = "whsec_of_tomorrow";
    private static final String THEIRS = "whsec_of_a_stranger";
    private static final String NOTICE =
            "{\"type\":\"checkout.session.completed\",\"data\":{\"object\":{\"id\":\"cs_1\",\"name\":\"Zoë\"}}}";
    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final Duration A_SECOND = Duration.ofSeconds(1);

    private final SettableClock clock = new SettableClock();
    private final StripeNotices notices =
            new StripeNotices(List.of(new Secret(OURS.getBytes(UTF_8)), new Secret(NEXT.getBytes(UTF_8))), clock);

    @Test
    void whatIsSignedIsRead() {
        assertThat(notices.read(bytes(NOTICE), signed(OURS)).orElseThrow().get("id"))
                .isEqualTo("cs_1");
    }

    @Test
    void eitherSecretCountsWhileOneIsRotated() {
        assertThat(notices.read(bytes(NOTICE), signed(NEXT))).isPresent();
    }

    @Test
    void oneRightSignatureOfSeveralIsEnough() {
        assertThat(notices.read(bytes(NOTICE), signed(THEIRS, OURS))).isPresent();
        assertThat(notices.read(bytes(NOTICE), signed(OURS, THEIRS))).isPresent();
    }

    @Test
    void nobodyElseSignsForStripe() {
        refused(NOTICE, signed(THEIRS));
        refused(NOTICE, null);
        refused(NOTICE, "");
        refused(NOTICE, "t=" + clock.instant().getEpochSecond());
        refused(NOTICE, "v1=" + "0".repeat(64));
        refused(NOTICE, signed(OURS).replace("v1=", "v0="));
    }

    @ParameterizedTest
    @ValueSource(strings = {" %s", "%s ", "%s\n", "\uFEFF%s"})
    void aBlankMoreIsAnotherNotice(String altered) {
        refused(altered.formatted(NOTICE), signed(OURS));
    }

    @Test
    void whatIsNoUtf8IsNotTakenForWhatIs() {
        var signature = signed(OURS);

        assertThatThrownBy(() -> notices.read(NOTICE.getBytes(ISO_8859_1), signature))
                .isInstanceOf(BadSignature.class);
    }

    @Test
    void anOldOneIsNotHeardAgain() {
        var signature = signed(OURS);
        clock.pass(TOLERANCE);
        assertThat(notices.read(bytes(NOTICE), signature)).isPresent();

        clock.pass(A_SECOND);
        refused(NOTICE, signature);
    }

    @Test
    void oneFromTheFutureIsNotHeard() {
        refused(NOTICE, signedAt(Duration.ofHours(1)));
        refused(NOTICE, signedAt(TOLERANCE.plus(A_SECOND)));
        assertThat(notices.read(bytes(NOTICE), signedAt(TOLERANCE))).isPresent();
    }

    @Test
    void anotherTimeBesideTheSignedOneDoesNotHelp() {
        var late = signedAt(Duration.ofHours(1));

        refused(NOTICE, "t=" + clock.instant().getEpochSecond() + "," + late);
        refused(NOTICE, late + ",t=" + clock.instant().getEpochSecond());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "no JSON", "{\"data\":null}", "{\"data\":{\"object\":1}}"})
    void whatIsAboutNothingIsNotOurs(String text) {
        var signature = Signature.of(text, clock.instant().getEpochSecond(), List.of(OURS));

        assertThat(notices.read(bytes(text), signature)).isEmpty();
    }

    private void refused(String notice, @Nullable String signature) {
        assertThatThrownBy(() -> notices.read(bytes(notice), signature)).isInstanceOf(BadSignature.class);
    }

    private String signed(String... secrets) {
        return Signature.of(NOTICE, clock.instant().getEpochSecond(), List.of(secrets));
    }

    private String signedAt(Duration ahead) {
        return Signature.of(NOTICE, clock.instant().plus(ahead).getEpochSecond(), List.of(OURS));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
