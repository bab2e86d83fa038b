package foyer.http;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.launch.Await;
import foyer.launch.FoyerSettings;
import foyer.launch.MicroServer;
import foyer.whole.AtOnce;
import foyer.whole.Called;
import foyer.whole.Http;
import foyer.whole.OwnStandIns;
import foyer.whole.Provider;
import foyer.whole.Shopper;
import foyer.whole.Whole;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Fifty equal notices at the same moment, of a payment that nobody has looked at yet, on a server whose way to the store is
 * as wide as it is by default. The provider sends none by itself here and hides its journal.
 */
@OwnStandIns("it keeps the payment provider from telling anybody anything")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EqualNoticesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int AT_ONCE = 50;

    private static final String SECRETS = "FOYER_PAYMENT_STRIPE_WEBHOOK_SECRETS";
    private static final String NEXT = "whsec_that_takes_its_place";

    private final FoyerSettings settings = Whole.manyCallers(Whole.settings("equal-"));
    /** In the days in which one secret takes another's place. */
    private final MicroServer server =
            Whole.another(settings.withSecret(SECRETS, settings.noticesSecret() + "," + NEXT));

    private final Http everyone = Http.to(server.url());
    private final Http admin = Whole.signedIn(everyone, Whole.ADMIN_EMAIL, Whole.ADMIN_PASSWORD);

    @BeforeAll
    void nobodyIsTold() {
        Provider.tellsNobody();
        Provider.hidesItsJournal();
    }

    @AfterAll
    void theProviderIsWell() {
        Provider.isWell();
        server.close();
    }

    @RepeatedTest(3)
    void areAllTakenAtTheFirstTryAndAreOneEffectAndOneLetter() {
        var ada = Shopper.at(everyone, Shopper.offer().publishedBy(admin));
        var checkout = ada.asksForCheckout().expect(201).json();
        Shopper.pays(checkout, "success");
        var notice = Notice.of(checkout, settings.noticesSecret());

        var answers = AtOnce.calls(AT_ONCE, copy -> notice.sentTo(everyone));

        assertThat(answers).extracting(Called::status).containsOnly(200);
        assertThat(Await.until(PATIENCE, () -> status(ada).equals("completed"))).isTrue();
        assertThat(Provider.charges(ada.event())).isOne();
        assertThat(ada.receiptsUntilTheMoneyIsBack(admin)).isOne();
    }

    @Test
    void areTakenByEitherSecretAndByNoOther() {
        for (var secret : List.of(settings.noticesSecret(), NEXT)) {
            var ada = Shopper.at(everyone, Shopper.offer().publishedBy(admin));
            var checkout = ada.asksForCheckout().expect(201).json();
            Shopper.pays(checkout, "success");
            Notice.of(checkout, "whsec_of_nobody").sentTo(everyone).expect(400);
            assertThat(status(ada)).isEqualTo("pending");

            Notice.of(checkout, secret).sentTo(everyone).expect(200);

            assertThat(Await.until(PATIENCE, () -> status(ada).equals("completed")))
                    .isTrue();
        }
    }

    private String status(Shopper buyer) {
        return admin.get("/api/registrations/" + buyer.registration())
                .expect(200)
                .json()
                .getString("paymentStatus");
    }
}
