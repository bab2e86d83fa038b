package foyer.payment.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.payment.SomePayments;
import foyer.payment.ledger.Outcome;
import foyer.payment.ledger.Payment;
import foyer.payment.ledger.PaymentId;
import foyer.payment.provider.BadSignature;
import foyer.payment.provider.Checkouts;
import foyer.shared.Unavailable;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

/** Whatever becomes of the look that follows a notice, it is durable first that somebody has to look. */
class HearingTest {
    private final SomePayments house = new SomePayments();
    private final Payment paid = aPaidOneThatIsQuiet();

    @Test
    void whatANoticeIsAboutIsLookedAtAtOnce() {
        hear(Runnable::run, paid.id().value());

        assertThat(house.payment(paid).outcome()).isEqualTo(Outcome.GRANTED);
    }

    @Test
    void whereNoThreadIsFreeTheTimerLooks() {
        hear(HearingTest::refuse, paid.id().value());

        assertThat(house.payment(paid).calledFor()).isTrue();
        timer();
        assertThat(house.payment(paid).outcome()).isEqualTo(Outcome.GRANTED);
    }

    @Test
    void whereTheProviderIsSilentTheTimerLooksToo() {
        var checkouts = house.settling.checkouts;
        house.settling.checkouts = silent();

        hear(Runnable::run, paid.id().value());

        house.settling.checkouts = checkouts;
        assertThat(house.payment(paid).outcome()).isEqualTo(Outcome.UNDECIDED);
        house.clock.pass(Duration.ofMinutes(2));
        timer();
        assertThat(house.payment(paid).outcome()).isEqualTo(Outcome.GRANTED);
    }

    @Test
    void aNoticeOfWhatIsCalledForAlreadyIsTakenAndChangesNothing() {
        hear(HearingTest::refuse, paid.id().value());
        var before = house.payment(paid);

        hear(HearingTest::refuse, paid.id().value());

        assertThat(house.payment(paid)).isEqualTo(before);
    }

    @Test
    void aNoticeOfNoneOfOursIsTaken() {
        hear(Runnable::run, PaymentId.fresh().value());

        assertThat(house.payments.due(house.clock.instant(), 10)).isEmpty();
    }

    @Test
    void whatIsNotSignedCallsForNothing() {
        var hearing = hearing(Runnable::run);
        var notice = paid.id().value().getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> hearing.hear(notice, "forged")).isInstanceOf(BadSignature.class);
        assertThatThrownBy(() -> hearing.hear(notice, null)).isInstanceOf(BadSignature.class);

        assertThat(house.payment(paid)).isEqualTo(paid);
    }

    private Payment aPaidOneThatIsQuiet() {
        var open = house.anOpenPayment(house.aHeldSeat());
        house.checkouts.pay(open);
        house.clock.pass(Duration.ofMinutes(1));
        return open;
    }

    private void timer() {
        house.payments.due(house.clock.instant(), 10).forEach(house.settling::settleDue);
    }

    private void hear(Executor threads, String payment) {
        hearing(threads).hear(payment.getBytes(StandardCharsets.UTF_8), payment);
    }

    private Hearing hearing(Executor threads) {
        var hearing = new Hearing();
        hearing.checkouts = house.checkouts;
        hearing.payments = house.payments;
        hearing.settling = house.settling;
        hearing.clock = house.clock;
        hearing.threads = managed(threads);
        return hearing;
    }

    private static void refuse(Runnable work) {
        throw new RejectedExecutionException("All are busy.");
    }

    private static Checkouts silent() {
        return (Checkouts) Proxy.newProxyInstance(
                HearingTest.class.getClassLoader(), new Class<?>[] {Checkouts.class}, (self, method, with) -> {
                    throw new Unavailable("No answer.", Duration.ofSeconds(1));
                });
    }

    private static ManagedExecutorService managed(Executor threads) {
        return (ManagedExecutorService) Proxy.newProxyInstance(
                HearingTest.class.getClassLoader(),
                new Class<?>[] {ManagedExecutorService.class},
                (self, method, with) -> {
                    threads.execute((Runnable) with[0]);
                    return null;
                });
    }
}
