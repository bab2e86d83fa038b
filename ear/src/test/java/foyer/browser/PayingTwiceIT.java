package foyer.browser;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import foyer.whole.Http;
import foyer.whole.Mailbox;
import foyer.whole.OwnStandIns;
import foyer.whole.Provider;
import foyer.whole.Whole;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who pays twice, because the provider does not close the first checkout when another begins. */
@OwnStandIns("it lets the payment provider fail for everybody")
class PayingTwiceIT {
    private static final Pattern NUMBER = Pattern.compile("Payment number: (\\S+)");
    private static final double PATIENCE = 45_000;
    /** In which nothing more happens, though everything is looked at once more. */
    private static final double A_WHILE = 10_000;

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
        var mailbox = new Mailbox(registrations.getJsonObject(0).getString("email"));
        one.waitForCondition(
                () -> letters(mailbox, "Paid: ") == 1 && letters(mailbox, "Paid twice: ") == 1,
                new Page.WaitForConditionOptions().setTimeout(PATIENCE));
        whatIsToldIsSo(event, mailbox);
        one.waitForTimeout(A_WHILE);
        whatIsToldIsSo(event, mailbox);
        assertThat(letters(mailbox, "Paid")).isEqualTo(2);
        assertThat(letters(mailbox, "Money back")).as("said by the other one").isZero();
    }

    /** The payment of the receipt is kept whole, and that of the other letter has gone back whole. */
    private static void whatIsToldIsSo(String event, Mailbox mailbox) {
        var kept = payment(mailbox, "Paid: ");
        var back = payment(mailbox, "Paid twice: ");
        var returned = Provider.charged(event).stream()
                .collect(toMap(PayingTwiceIT::payment, charge -> charge.getInt("amount_refunded")));
        var amounts = Provider.charged(event).stream()
                .collect(toMap(PayingTwiceIT::payment, charge -> charge.getInt("amount")));
        assertThat(returned)
                .containsExactlyInAnyOrderEntriesOf(Map.of(kept, 0, back, requireNonNull(amounts.get(back))));
        var seats = organizer("/api/events/" + event + "/registrations").getJsonArray("items");
        assertThat(seats.getJsonObject(0).getString("paymentStatus")).isEqualTo("completed");
        assertThat(seats.getJsonObject(0).getInt("refundedAmount", 0)).isZero();
    }

    private static String payment(JsonObject charge) {
        return charge.getJsonObject("metadata").getString("paymentId");
    }

    /** Its number, at the end of the letter. */
    private static String payment(Mailbox mailbox, String subject) {
        return mailbox.letters().stream()
                .filter(letter -> letter.getString("subject").startsWith(subject))
                .map(letter -> NUMBER.matcher(letter.getString("text")))
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
    }

    private static long letters(Mailbox mailbox, String subject) {
        return mailbox.letters().stream()
                .filter(letter -> letter.getString("subject").startsWith(subject))
                .count();
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
