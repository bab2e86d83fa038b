package foyer.payment.refund;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.event.Cancellation;
import foyer.event.SomeEvents;
import foyer.mail.OutboxInMemory;
import foyer.payment.SomePayments;
import foyer.payment.ledger.Outcome;
import foyer.payment.ledger.Payment;
import foyer.payment.provider.Checkouts;
import foyer.shared.Outgoing;
import foyer.shared.Overheard;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/**
 * An event that sold thousands of seats is called off: each payer gets all of it back, once, at the provider's pace and
 * whatever dies on the way, and the organizer hears at any moment how far it is.
 */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ManyRefundsIT {
    private static final int SOLD = 2_000;
    private static final int DIES_BEFORE = 500;
    private static final int DIES_AFTER = 1_200;
    private static final int MOST_STARTS = 5;
    private static final Duration PACE = Duration.ofMillis(100);
    private static final Duration UNTIL_IT_IS_STARTED_AGAIN = Duration.ofMinutes(2);
    private static final Returns NONE_YET = new Returns(SOLD, SOLD, 0, 0, 0);
    private static final Returns ALL = new Returns(SOLD, 0, SOLD, 0, SOLD * 1_200L);

    /** The end of a process: nobody catches that but who starts it again. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final SomePayments house = new SomePayments();
    private final OutboxInMemory outbox = new OutboxInMemory();
    private final CallingOff callingOff = new CallingOff();
    private final List<Returns> told = new ArrayList<>();
    private int refunds;
    private int deaths;
    private String lastCall = "";

    @BeforeAll
    void nodesWorkUntilTheyDieAndAreStartedAgain() {
        anEventIsSoldAndCalledOff();
        for (var start = 0; start < MOST_STARTS && returns().due() > 0; start++) {
            worksUntilItDies();
            house.clock.pass(UNTIL_IT_IS_STARTED_AGAIN);
        }
        told.add(returns());
    }

    @Test
    void everybodyGetsAllOfItBackOnceThoughNodesDieAtIt() {
        assertThat(deaths).isEqualTo(2);
        assertThat(house.payments.all()).hasSize(SOLD).allSatisfy(payment -> {
            assertThat(payment.outcome()).isEqualTo(Outcome.REFUNDED);
            assertThat(payment.seen().ordered()).isEqualTo(1200);
        });
        assertThat(house.checkouts.held()).isZero();
        assertThat(refunds).as("asked for, one of them in vain").isEqualTo(SOLD + 1);
        assertThat(house.letters()).filteredOn("refunded"::equals).hasSize(SOLD);
    }

    @Test
    void howFarItIsIsToldFromTheBeginningToTheEnd() {
        assertThat(told).startsWith(NONE_YET).endsWith(ALL).hasSizeGreaterThan(4);
        assertThat(told).allSatisfy(now -> {
            assertThat(now.paid()).isEqualTo(SOLD);
            assertThat(now.due() + now.returned()).isEqualTo(SOLD);
            assertThat(now.minorUnits()).isEqualTo(now.returned() * 1_200);
        });
        assertThat(told).extracting(Returns::returned).isSorted().doesNotHaveDuplicates();
    }

    private void anEventIsSoldAndCalledOff() {
        callingOff.outbox = outbox;
        callingOff.payments = house.payments;
        callingOff.clock = house.clock;
        Stream.generate(house::aHeldSeat).limit(SOLD).map(house::anOpenPayment).forEach(payment -> {
            house.checkouts.pay(payment);
            house.settling.settle(payment.id());
        });
        house.asks(Overheard.of(Checkouts.class, house.checkouts, this::called));
        house.events.replace(house.event, SomeEvents.cancelled(house.event));
        var event = Map.<String, Object>of("eventId", house.event.id().value());
        outbox.write(new Outgoing("cancelled", Cancellation.KIND, event, house.clock.instant()));
        told.add(returns());
    }

    private void worksUntilItDies() {
        try {
            callingOff.callWhatIsCancelled();
            for (var due = due(); !due.isEmpty(); due = due()) {
                due.forEach(house::settleDue);
            }
        } catch (Killed killed) {
            deaths++;
            lastCall = "";
        }
    }

    private void called(String call) {
        if (lastCall.equals("refund") && refunds == DIES_AFTER) {
            throw new Killed();
        }
        lastCall = call;
        if (call.equals("refund")) {
            refunds++;
            if (refunds == DIES_BEFORE) {
                throw new Killed();
            }
            house.clock.pass(PACE);
            if (refunds % 400 == 0) {
                told.add(returns());
            }
        }
    }

    private List<Payment> due() {
        return house.payments.due(house.clock.instant(), 48);
    }

    private Returns returns() {
        return house.refunding.returns(house.event.id());
    }
}
