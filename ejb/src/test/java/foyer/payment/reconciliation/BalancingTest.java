package foyer.payment.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.payment.SomePayments;
import foyer.payment.ledger.Disputes;
import foyer.payment.ledger.Payment;
import foyer.payment.ledger.PaymentId;
import foyer.payment.ledger.Price;
import foyer.payment.provider.CheckoutsInMemory;
import foyer.shared.Alongside;
import foyer.shared.Money;
import foyer.shared.ValidationFailed;
import java.time.Clock;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class BalancingTest {
    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final SomePayments house = new SomePayments();
    private final Balancing balancing = booksOf(house);

    private static Balancing booksOf(SomePayments house) {
        var balancing = new Balancing();
        balancing.checkouts = house.checkouts;
        balancing.payments = house.payments;
        balancing.registrations = house.registrations;
        balancing.events = house.events;
        balancing.leases = new LeasesInMemory();
        balancing.clock = house.clock;
        return balancing;
    }

    @Test
    void booksThatAgreeHaveNothingUnmatched() {
        paid();

        assertThat(balance().get("unmatched")).isEqualTo(List.of());
        assertThat(balance().get("balance"))
                .isEqualTo(List.of(Map.of(
                        "currency",
                        "EUR",
                        "provider",
                        flow(1200, 0, 0),
                        "payments",
                        flow(1200, 0, 0),
                        "access",
                        1200L,
                        "accessLost",
                        0L)));
    }

    @Test
    void moneyThatWeHaveNotSeenIsUnmatched() {
        house.checkouts.pay(house.checkout(house.aHeldSeat(), null).payment());

        assertThat(String.valueOf(balance().get("unmatched"))).contains("sumsDiffer");
    }

    @Test
    void moneyInAnotherCurrencyIsOfThatOneOnBothSides() {
        var payment = house.checkout(house.aHeldSeat(), null).payment();
        house.checkouts.pay(payment, new Money(1300, Currency.getInstance("USD")));
        house.settling.settle(payment.id());

        assertThat(String.valueOf(balance().get("unmatched"))).contains("needsPerson");
        assertThat(balance().get("balance"))
                .asInstanceOf(InstanceOfAssertFactories.list(Map.class))
                .filteredOn("currency", "USD")
                .singleElement()
                .satisfies(dollars -> {
                    assertThat(dollars.get("provider")).isEqualTo(flow(1300, 0, 0));
                    assertThat(dollars.get("payments")).isEqualTo(flow(1300, 0, 0));
                });
        assertThat(balance().get("balance"))
                .asInstanceOf(InstanceOfAssertFactories.list(Map.class))
                .filteredOn("currency", "EUR")
                .allSatisfy(euros -> assertThat(euros.get("payments")).isEqualTo(flow(0, 0, 0)));
    }

    @Test
    void moneyThatWentBackAtTheProviderIsUnmatchedUntilWeHaveSeenIt() {
        var payment = paid();
        house.checkouts.refundThere(payment, 200);

        assertThat(String.valueOf(balance().get("unmatched"))).contains("sumsDiffer");

        house.settling.settle(payment.id());
        assertThat(balance().get("unmatched")).isEqualTo(List.of());
    }

    @Test
    void aCheckoutOfOursThatNoPaymentKnowsOfIsUnmatched() {
        var seat = house.aHeldSeat();
        var now = house.clock.instant();
        var unknown = Payment.intended(
                PaymentId.fresh(), seat.id(), house.event.id(), Price.of(SomePayments.TWELVE), null, now, now);
        house.checkouts.pay(unknown.opened(house.checkouts.open(unknown, seat, house.event), now));

        assertThat(String.valueOf(balance().get("unmatched"))).contains("onlyAtProvider");
        assertThat(String.valueOf(balance().get("balance"))).contains("1200");
    }

    @Test
    void moneyThatTheProviderKnowsNothingOfIsUnmatched() {
        var payment = paid();
        balancing.checkouts = new CheckoutsInMemory(house.clock);

        assertThat(String.valueOf(balance().get("unmatched")))
                .contains("onlyHere", payment.id().value());
    }

    @Test
    void whatIsPaidForAndGivesNoAccessIsUnmatched() {
        var payment = paid();
        var seat = house.registrations.find(payment.registration()).orElseThrow();
        house.registrations.replace(seat, seat.cancel(house.clock.instant()));

        assertThat(String.valueOf(balance().get("unmatched"))).contains("accessMissing");
    }

    @Test
    void whoPaidAndWaitedForApprovalUntilAllWasOverIsUnmatched() {
        var choosy = new SomePayments(Map.of("registrationConfig", Map.of("approval", true)));
        var books = booksOf(choosy);
        var now = choosy.clock.instant();
        var payment = choosy.anOpenPayment(choosy.aHeldSeat());
        choosy.checkouts.pay(payment);
        choosy.settling.settle(payment.id());
        assertThat(books.balance(now, now.plus(AN_HOUR)).view().get("unmatched"))
                .isEqualTo(List.of());

        choosy.clock.pass(Duration.ofDays(1));

        assertThat(String.valueOf(books.balance(now, now.plus(AN_HOUR)).view().get("unmatched")))
                .contains("accessMissing");
    }

    @Test
    void whatNeedsAPersonIsUnmatched() {
        var payment = paid();
        house.checkouts.dispute(payment, Disputes.OPEN);
        house.settling.settle(payment.id());

        assertThat(String.valueOf(balance().get("unmatched"))).contains("needsPerson", "dispute");
    }

    @Test
    void whatABankTookIsUnmatchedUntilTheSeatEndsOrItIsWrittenOff() {
        var ended = paid();
        var writtenOff = paid();
        for (var payment : List.of(ended, writtenOff)) {
            house.checkouts.dispute(payment, Disputes.losing(1200));
            house.settling.settle(payment.id());
        }
        assertThat(String.valueOf(balance().get("unmatched")))
                .contains(ended.id().value(), writtenOff.id().value());

        var seat = house.registrations.find(ended.registration()).orElseThrow();
        house.registrations.replace(seat, seat.cancel(house.clock.instant()));
        house.settling.settle(ended.id());
        var lost = house.payment(writtenOff);
        house.payments.replace(lost, lost.writtenOff(house.clock.instant()), Alongside.nothing());

        assertThat(balance().get("unmatched")).isEqualTo(List.of());
    }

    @Test
    void whatABankTookAPartOfIsUnmatchedUntilItIsWrittenOffThoughTheSeatEnds() {
        var payment = paid();
        house.checkouts.dispute(payment, Disputes.losing(500));
        house.settling.settle(payment.id());
        var seat = house.registrations.find(payment.registration()).orElseThrow();
        house.registrations.replace(seat, seat.cancel(house.clock.instant()));
        house.settling.settle(payment.id());
        assertThat(String.valueOf(balance().get("unmatched"))).contains("needsPerson", "dispute");

        var lost = house.payment(payment);
        house.payments.replace(lost, lost.writtenOff(house.clock.instant()), Alongside.nothing());

        assertThat(balance().get("unmatched")).isEqualTo(List.of());
    }

    @Test
    void whatBanksTookIsToldOfBothBooksAndOfTheAccessThatStaysForIt() {
        var kept = lost(1200);
        house.payments.replace(kept, kept.writtenOff(house.clock.instant()), Alongside.nothing());
        var part = lost(500);
        house.payments.replace(part, part.writtenOff(house.clock.instant()), Alongside.nothing());
        var ended = lost(1200);
        var seat = house.registrations.find(ended.registration()).orElseThrow();
        house.registrations.replace(seat, seat.cancel(house.clock.instant()));
        house.settling.settle(ended.id());
        paid();

        assertThat(balance().get("unmatched")).isEqualTo(List.of());
        assertThat(balance().get("balance"))
                .as("paid − refunded − lost = access − accessLost")
                .isEqualTo(List.of(Map.of(
                        "currency",
                        "EUR",
                        "provider",
                        flow(4800, 0, 2900),
                        "payments",
                        flow(4800, 0, 2900),
                        "access",
                        3600L,
                        "accessLost",
                        1700L)));
    }

    @Test
    void whatABankTookAndWeHaveNotHeardOfIsUnmatched() {
        var payment = paid();
        house.checkouts.dispute(payment, Disputes.losing(1200));

        assertThat(String.valueOf(balance().get("unmatched"))).contains("sumsDiffer");
    }

    @Test
    void whatIsKeptForNoAccessAndIsOnNobodysListIsUnmatched() {
        var payment = paid();
        house.refund(payment.id(), java.util.Optional.empty());
        house.checkouts.failRefund(payment, 1200);
        var refunded = house.settling.settle(payment.id());
        house.payments.replace(
                refunded,
                refunded.changed(house.clock.instant())
                        .met(Payment.Need.REFUND_FAILED)
                        .done(),
                Alongside.nothing());

        assertThat(String.valueOf(balance().get("unmatched"))).contains("returnMissing");
    }

    @Test
    void whatWasBegunAtAnotherTimeIsNotMissing() {
        paid();
        house.clock.pass(AN_HOUR.multipliedBy(3));

        assertThat(balance().get("unmatched")).isEqualTo(List.of());
    }

    @Test
    void whatAProviderWhoseClockIsBehindHasIsNotMissing() {
        var behind = new CheckoutsInMemory(Clock.offset(house.clock, Duration.ofSeconds(-3)));
        house.asks(behind);
        balancing.checkouts = behind;
        var now = house.clock.instant();
        var payment = house.anOpenPayment(house.aHeldSeat());
        behind.pay(payment);
        house.settling.settle(payment.id());

        var balance = balancing.balance(now, now.plus(AN_HOUR)).view();

        assertThat(balance.get("unmatched")).isEqualTo(List.of());
    }

    @Test
    void aTimeIsNoLongerThanAMonth() {
        var now = house.clock.instant();

        assertThatThrownBy(() -> balancing.balance(now.minus(Duration.ofDays(32)), now))
                .isInstanceOf(ValidationFailed.class);
        assertThatThrownBy(() -> balancing.balance(now, now)).isInstanceOf(ValidationFailed.class);
    }

    private Payment paid() {
        return house.aPaidOne(house.aHeldSeat());
    }

    /** Of whose money a bank has taken so much for good. */
    private Payment lost(long minorUnits) {
        var payment = paid();
        house.checkouts.dispute(payment, Disputes.losing(minorUnits));
        return house.settling.settle(payment.id());
    }

    private static Map<String, Long> flow(long paid, long refunded, long lost) {
        return Map.of("paid", paid, "refunded", refunded, "lost", lost);
    }

    private Map<String, Object> balance() {
        var now = house.clock.instant();
        return balancing.balance(now.minus(AN_HOUR), now.plusMillis(1)).view();
    }
}
