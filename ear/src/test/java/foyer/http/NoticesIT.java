package foyer.http;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.launch.Await;
import foyer.whole.AtOnce;
import foyer.whole.Http;
import foyer.whole.OwnStandIns;
import foyer.whole.Provider;
import foyer.whole.Shopper;
import foyer.whole.Whole;
import jakarta.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What notices of payments do over HTTP, whose bytes no filter may touch. The provider sends none by itself here and hides
 * its journal, and nobody looks at their payment: what becomes known was told by the notices of these tests.
 */
@OwnStandIns("it keeps the payment provider from telling anybody anything")
class NoticesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int AT_ONCE = 50;

    private final Http organizer = Whole.onMicro().as("organizer");
    private final Shopper ada = Shopper.at(Shopper.offer().publishedBy(organizer));
    private JsonObject checkout = JsonObject.EMPTY_JSON_OBJECT;

    @BeforeEach
    void nobodyKnowsWhatWasPaid() {
        checkout = ada.asksForCheckout().expect(201).json();
        Provider.tellsNobody();
        Provider.hidesItsJournal();
        Shopper.pays(checkout, "success");
    }

    @AfterEach
    void theProviderIsWell() {
        Provider.isWell();
    }

    @Test
    void fiftyEqualNoticesAtOnceAreOneEffectAndOneLetter() {
        var notice = Notice.of(checkout);

        var taken = AtOnce.calls(AT_ONCE, copy -> isTakenInTheEnd(notice));

        assertThat(taken).containsOnly(true);
        becomesKnown();
        assertThat(ada.receiptsUntilTheMoneyIsBack(organizer)).isOne();
    }

    @Test
    void whatWasToldAlreadyIsTakenAgainAndChangesNothing() {
        var notice = Notice.of(checkout);
        notice.sent().expect(200);
        becomesKnown();
        var known = ada.registrationSeenBy(organizer);

        notice.sent().expect(200);

        assertThat(ada.registrationSeenBy(organizer)).isEqualTo(known);
        assertThat(ada.receiptsUntilTheMoneyIsBack(organizer)).isOne();
    }

    @ParameterizedTest
    @EnumSource
    void whatTheProviderDidNotSignLatelyIsRefused(Wrong wrong) {
        var right = Notice.of(checkout);

        assertThat(wrong.made(right).sent().expect(400).errorCode()).isEqualTo("bad_signature");
        assertThat(status()).isEqualTo("pending");

        right.sent().expect(200);
        becomesKnown();
    }

    @Test
    void ofTwoSignaturesTheSecondIsEnough() {
        var notice = Notice.of(checkout);

        notice.after(notice.forged()).sent().expect(200);

        becomesKnown();
    }

    @Test
    void onesThatAreFourMinutesLateAreLateAndNotStale() {
        var notice = Notice.of(checkout);

        notice.signedAt(notice.at().minusSeconds(240)).sent().expect(200);

        becomesKnown();
    }

    @Test
    void bytesThatMeanTheSameAreWhatTheyAre() {
        var right = Notice.of(checkout);
        var spacious = "{\n  \"note\": \"größer\",\n  " + right.body().substring(1) + "\n";
        var notice = right.saying(spacious).signedAt(right.at());

        notice.sent().expect(200);

        becomesKnown();
    }

    /** Ways in which a notice is not what the provider sent just now. */
    enum Wrong {
        FORGED,
        STALE,
        OF_THE_FUTURE,
        WITH_ANOTHER_SPACE,
        WITH_A_LINE_MORE;

        Notice made(Notice right) {
            return switch (this) {
                case FORGED -> right.forged();
                case STALE -> right.signedAt(right.at().minusSeconds(301));
                case OF_THE_FUTURE -> right.signedAt(right.at().plusSeconds(3600));
                case WITH_ANOTHER_SPACE -> right.saying(right.body().replaceFirst(",", ", "));
                case WITH_A_LINE_MORE -> right.saying(right.body() + "\n");
            };
        }
    }

    /** As the provider does it: what is not taken, because too much is to be done at once, is sent again. */
    private static boolean isTakenInTheEnd(Notice notice) {
        return Await.until(PATIENCE, () -> {
            var answer = notice.sent();
            assertThat(answer.status()).isIn(200, 503);
            return answer.status() == 200;
        });
    }

    private void becomesKnown() {
        assertThat(Await.until(PATIENCE, () -> status().equals("completed"))).isTrue();
    }

    private String status() {
        return ada.registrationSeenBy(organizer).getString("paymentStatus");
    }
}
