package foyer.http;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.launch.Await;
import foyer.launch.FoyerSettings;
import foyer.launch.MicroServer;
import foyer.whole.AtOnce;
import foyer.whole.Called;
import foyer.whole.Http;
import foyer.whole.Provider;
import foyer.whole.Shopper;
import foyer.whole.Whole;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Fifty equal notices at the same moment, of a payment that nobody has looked at yet, on a server whose way to the store is
 * as wide as it is by default. The provider sends none by itself here and hides its journal.
 */
@Isolated("it keeps the payment provider from telling anybody anything")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EqualNoticesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int AT_ONCE = 50;

    private final FoyerSettings settings = Whole.manyCallers(Whole.settings("equal-"));
    private final MicroServer server = Whole.another(settings);
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

    private String status(Shopper buyer) {
        return admin.get("/api/registrations/" + buyer.registration())
                .expect(200)
                .json()
                .getString("paymentStatus");
    }
}
