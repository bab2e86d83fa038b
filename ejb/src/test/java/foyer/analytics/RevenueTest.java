package foyer.analytics;

import static foyer.shared.SettableClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.event.EventId;
import foyer.payment.ledger.Disputes;
import foyer.payment.ledger.Payment;
import foyer.payment.ledger.PaymentId;
import foyer.payment.ledger.Price;
import foyer.payment.ledger.Progress;
import foyer.payment.ledger.Seen;
import foyer.payment.ledger.Seen.Flaw;
import foyer.registration.RegistrationId;
import foyer.shared.JsonText;
import foyer.shared.Money;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RevenueTest {
    private final Revenue revenue = new Revenue();

    @Test
    void currenciesAreNotAddedUp() {
        revenue.expect(money(1_200, "EUR"));
        revenue.add(paid(money(1_200, "EUR"), 0, 0, Disputes.NONE));
        revenue.add(paid(money(1_200, "EUR"), 200, 0, Disputes.NONE));
        revenue.add(paid(money(900, "CHF"), 0, 0, Disputes.NONE));

        assertThat(JsonText.of(revenue.view()))
                .isEqualTo("[{\"currency\":\"CHF\",\"gross\":900,\"refunded\":0,\"net\":900},"
                        + "{\"currency\":\"EUR\",\"gross\":2400,\"refunded\":200,\"net\":2200}]");
    }

    @Test
    void aRefundThatFailedDidNotGoBack() {
        revenue.add(paid(money(1_200, "EUR"), 700, 500, Disputes.NONE));

        assertThat(euros()).isEqualTo(euros(1_200, 200));
    }

    @Test
    void whatTheBankTookBackForGoodIsGone() {
        revenue.add(paid(money(1_200, "EUR"), 0, 0, Disputes.losing(1_200)));

        assertThat(euros()).isEqualTo(euros(1_200, 1_200));
    }

    @Test
    void itIsGoneOnceThoughAPartWasGivenBackBefore() {
        revenue.add(paid(money(1_200, "EUR"), 200, 0, Disputes.losing(1_200)));

        assertThat(euros()).isEqualTo(euros(1_200, 1_200));
    }

    @Test
    void ofWhatABankTookAPartOfTheRestIsOurs() {
        revenue.add(paid(money(1_200, "EUR"), 200, 0, Disputes.losing(500)));

        assertThat(euros()).isEqualTo(euros(1_200, 700));
    }

    @Test
    void whereTheBankDidNotSayHowMuchAllIsTakenForGone() {
        revenue.add(paid(money(1_200, "EUR"), 0, 0, Disputes.losing(0)));

        assertThat(euros()).isEqualTo(euros(1_200, 1_200));
    }

    @ParameterizedTest
    @CsvSource({"0,0", "1,0", "1,1", "2,1", "3,3"})
    void whatIsNotLostTakesNothingYet(int opened, int won) {
        revenue.add(paid(money(1_200, "EUR"), 0, 0, new Disputes(opened, won, 0, 0)));

        assertThat(euros()).isEqualTo(euros(1_200, 0));
    }

    @ParameterizedTest
    @EnumSource(Flaw.class)
    void playMoneyAndWhatOthersTookAreNone(Flaw flaw) {
        revenue.expect(money(1_200, "EUR"));
        revenue.add(payment(new Seen(Progress.PAID, money(1_200, "EUR"), 0, 0, 0, Disputes.NONE, Set.of(flaw))));

        assertThat(euros()).isEqualTo(euros(0, 0));
    }

    @Test
    void whatNobodyPaidIsNone() {
        revenue.add(payment(Seen.NOTHING));

        assertThat(revenue.view()).isEmpty();
    }

    private String euros() {
        return JsonText.of(revenue.view());
    }

    private static String euros(long gross, long refunded) {
        return "[{\"currency\":\"EUR\",\"gross\":" + gross + ",\"refunded\":" + refunded + ",\"net\":"
                + (gross - refunded) + "}]";
    }

    private static Payment paid(Money charged, long ordered, long failed, Disputes dispute) {
        return payment(new Seen(Progress.PAID, charged, ordered, failed, 0, dispute, Set.of()));
    }

    private static Payment payment(Seen seen) {
        var begun = Payment.intended(
                PaymentId.fresh(),
                RegistrationId.fresh(),
                EventId.fresh(),
                Price.of(money(1_200, "EUR")),
                null,
                NOON,
                NOON);
        return new Payment(
                begun.id(),
                begun.registration(),
                begun.event(),
                begun.price(),
                null,
                null,
                begun.payableUntil(),
                seen,
                begun.outcome(),
                0,
                List.of(),
                0,
                null,
                Set.of(),
                null,
                2,
                NOON,
                NOON);
    }

    private static Money money(long minorUnits, String currency) {
        return new Money(minorUnits, Currency.getInstance(currency));
    }
}
