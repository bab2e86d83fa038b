package foyer.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import foyer.whole.Http;
import foyer.whole.Whole;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Isolated;

/** Who pays twice, because the provider does not close the first checkout when another begins. */
@Isolated("it lets the payment provider fail for everybody")
class PayingTwiceIT {
    private static final double PATIENCE = 45_000;

    @RegisterExtension
    static final Devices DEVICES = new Devices();

    @Test
    void ofTwoTabsThatPayBothSeeThePictureAndOnePaymentGoesBack() {
        var event = Offers.published(Offers.byPayment().with("screens", Json.createValue(2)));
        var one = DEVICES.onDesk();
        var first = PayPanel.reachedBy(Visitor.onItsPage(one, event, "pay-tab-one"));
        var other = DEVICES.desk().newPage();
        var second = Visitor.onItsPage(other, event, "pay-tab-two").at("pay").mayPay();
        var early = ProviderPage.openedBy(one, () -> first.send("pay"));
        // The first checkout stays open although another begins: closing it fails as long as both are paid.
        fault(Json.createObjectBuilder()
                .add("operation", "checkout.sessions.expire")
                .add("effect", "before")
                .add("count", 1000)
                .build());
        try {
            second.answer("pay", "voucher", Shop.voucher(Whole.onMicro().as("organizer"), 10, event));
            var late = ProviderPage.openedBy(other, () -> second.send("pay"));
            early.pays(ProviderPage.GOOD_CARD);
            late.pays(ProviderPage.GOOD_CARD);
        } finally {
            sandbox().delete("/stripe/_control/faults");
        }

        first.at("watch");
        second.at("watch");
        var registrations = organizer("/api/events/" + event + "/registrations").getJsonArray("items");
        assertThat(registrations).hasSize(1);
        assertThat(registrations.getJsonObject(0).getString("paymentStatus")).isEqualTo("completed");
        one.waitForCondition(
                () -> organizer("/api/events/" + event + "/refunds").getInt("returned") == 1,
                new Page.WaitForConditionOptions().setTimeout(PATIENCE));
    }

    private static JsonObject organizer(String path) {
        return Whole.onMicro().as("organizer").get(path).expect(200).json();
    }

    private static void fault(JsonObject fault) {
        assertThat(sandbox().put("/stripe/_control/faults", fault).status()).isLessThan(300);
    }

    private static Http sandbox() {
        return Http.to(Whole.sandbox().url());
    }
}
