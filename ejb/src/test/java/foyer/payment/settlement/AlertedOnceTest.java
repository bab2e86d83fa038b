package foyer.payment.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.payment.SomePayments;
import foyer.payment.ledger.Disputes;
import foyer.payment.ledger.Payment;
import foyer.payment.ledger.Payment.Need;
import foyer.payment.ledger.Payments;
import foyer.payment.provider.CheckoutRefused;
import foyer.registration.Registrations;
import foyer.shared.Outgoing;
import foyer.shared.Unavailable;
import foyer.shared.VersionConflict;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A person is called once what they are called for is written, whatever becomes of the writes before. */
class AlertedOnceTest {
    private final SomePayments house = new SomePayments();
    private Trouble next = Trouble.NONE;

    /** What becomes of the next write that carries the letter of an alert. */
    private enum Trouble {
        NONE,
        NOT_WRITTEN,
        OTHERS_WERE_FASTER,
        WRITTEN_WITHOUT_AN_ANSWER
    }

    AlertedOnceTest() {
        house.settling.payments = troubled(Payments.class, house.payments);
        house.settling.registrations = troubled(Registrations.class, house.registrations);
    }

    @Test
    void aWriteThatFailsCallsNobodyAndTheNextOneDoes() {
        var payment = aDisputedOne();
        next = Trouble.NOT_WRITTEN;
        assertThatThrownBy(() -> house.settling.settle(payment.id())).isInstanceOf(Unavailable.class);
        assertThat(house.alerts).hasValue(0);

        house.settling.settle(payment.id());
        house.settling.settle(payment.id());

        assertThat(house.alerts).hasValue(1);
        assertThat(house.letters()).containsOnlyOnce("paymentAlert");
    }

    @Test
    void aWriteThatOthersWereFasterAtIsTriedAgainAndCallsOnce() {
        var payment = aDisputedOne();
        next = Trouble.OTHERS_WERE_FASTER;

        house.settling.settle(payment.id());

        assertThat(next).isEqualTo(Trouble.NONE);
        assertThat(house.alerts).hasValue(1);
        assertThat(house.letters()).containsOnlyOnce("paymentAlert");
    }

    /** What is certain then is the letter, and the list of what needs a person. */
    @Test
    void aWriteWhoseAnswerIsLostCallsNobodyAndTheLetterGoesOut() {
        var payment = aDisputedOne();
        next = Trouble.WRITTEN_WITHOUT_AN_ANSWER;
        assertThatThrownBy(() -> house.settling.settle(payment.id())).isInstanceOf(Unavailable.class);

        house.settling.settle(payment.id());

        assertThat(house.alerts).hasValue(0);
        assertThat(house.letters()).containsOnlyOnce("paymentAlert");
        assertThat(house.payment(payment).needs()).containsExactly(Need.DISPUTE);
    }

    @Test
    void aRefusalThatCannotBeWrittenDownAtOnceCallsOnceToo() {
        var intent = house.anIntent(house.aHeldSeat());
        house.clock.pass(Duration.ofMinutes(2));
        next = Trouble.OTHERS_WERE_FASTER;

        assertThatThrownBy(() -> house.settling.settle(intent.id())).isInstanceOf(CheckoutRefused.class);

        assertThat(next).isEqualTo(Trouble.NONE);
        assertThat(house.alerts).hasValue(1);
        assertThat(house.letters()).containsOnlyOnce("paymentAlert");
    }

    private Payment aDisputedOne() {
        var payment = house.anOpenPayment(house.aHeldSeat());
        house.checkouts.pay(payment);
        house.settling.settle(payment.id());
        house.checkouts.dispute(payment, Disputes.OPEN);
        return house.payment(payment);
    }

    private <T> T troubled(Class<T> port, T kept) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(),
                new Class<?>[] {port},
                (self, method, with) ->
                        carriesAnAlert(with) ? troubled(kept, method, with) : call(kept, method, with)));
    }

    private @Nullable Object troubled(Object kept, Method method, Object @Nullable [] with) throws Throwable {
        var now = next;
        next = Trouble.NONE;
        return switch (now) {
            case NONE -> call(kept, method, with);
            case NOT_WRITTEN -> throw new Unavailable("No answer.", Duration.ofSeconds(1));
            case OTHERS_WERE_FASTER -> throw new VersionConflict("payment");
            case WRITTEN_WITHOUT_AN_ANSWER -> {
                call(kept, method, with);
                throw new Unavailable("No answer.", Duration.ofSeconds(1));
            }
        };
    }

    private static boolean carriesAnAlert(Object @Nullable [] with) {
        return with != null
                && with.length > 0
                && with[with.length - 1] instanceof Outgoing[] facts
                && Stream.of(facts)
                        .anyMatch(fact -> "paymentAlert".equals(fact.facts().get("kind")));
    }

    private static @Nullable Object call(Object kept, Method method, Object @Nullable [] with) throws Throwable {
        try {
            return method.invoke(kept, with);
        } catch (InvocationTargetException wrapped) {
            throw wrapped.getTargetException();
        }
    }
}
