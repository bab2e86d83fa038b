package foyer.payment.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.payment.SomePayments;
import foyer.payment.ledger.Outcome;
import foyer.payment.ledger.Payment;
import foyer.registration.Application;
import foyer.registration.Credentials;
import foyer.registration.Registration;
import foyer.registration.RegistrationId;
import foyer.registration.RegistrationState;
import foyer.registration.SomeRegistrations;
import foyer.shared.EmailAddress;
import foyer.shared.Outgoing;
import foyer.shared.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Two nodes sweep at once, one of them ten minutes ahead of its time: while it stands before or behind any of its calls the
 * other sweeps as well, and then it is killed, there or some calls later. Notices are off.
 */
class TwoNodesSweepingTest {
    private static final Duration AHEAD = Duration.ofMinutes(10);
    private static final Outgoing LETTER = SomeRegistrations.aLetter("registered");
    /** So many gates after the other has swept it is killed at the latest. */
    private static final int LATER = 4;

    private final SimulatedHouse house = new SimulatedHouse(new Keepers(), SimulatedEvents.ALL.get(31), AHEAD);
    private final SimulatedNode right = house.nodes.get(0);
    private final SimulatedNode ahead = house.nodes.get(1);
    private final Payment paid;
    private final Payment returned;
    private final Payment left;
    private boolean killed;

    TwoNodesSweepingTest() {
        right.reconciling.reconcile();
        paid = aCheckout("paid");
        returned = aCheckout("returned");
        left = aCheckout("left");
        house.checkouts.pay(paid);
        house.checkouts.pay(returned);
        right.settling.settle(returned.id());
        house.checkouts.refundThere(returned, 1200);
        // By the clock of the one that is ahead the time to pay is over, by the other's it is not.
        house.pass(Duration.ofMinutes(25));
    }

    /** All that a sweep passes which nobody disturbs, but the last ones, after which nothing is left to be killed at. */
    static List<Integer> gates() {
        var undisturbed = new TwoNodesSweepingTest();
        var before = undisturbed.house.gate.passed();
        undisturbed.sweep(undisturbed.ahead);
        return IntStream.range(0, undisturbed.house.gate.passed() - before - LATER)
                .boxed()
                .toList();
    }

    @ParameterizedTest
    @MethodSource("gates")
    void theOneThatIsAheadIsKilledMidwayAndAllAgreesAllTheSame(int gate) {
        house.gate.interrupt(() -> bothAtOnce(gate), gate);
        sweep(ahead);
        assertThat(killed).isTrue();
        comesToRest();

        new Balanced(house).check();
        assertThat(house.faults).isEmpty();
        assertThat(outcome(paid)).isEqualTo(Outcome.GRANTED);
        assertThat(outcome(returned)).isEqualTo(Outcome.REFUNDED);
        assertThat(outcome(left)).isEqualTo(Outcome.LAPSED);
        assertThat(house.registrations.all())
                .extracting(Registration::state)
                .containsExactlyInAnyOrder(
                        RegistrationState.CONFIRMED, RegistrationState.CANCELLED, RegistrationState.EXPIRED);
    }

    private void bothAtOnce(int gate) {
        sweep(right);
        house.gate.arm(Gate.Blow.CRASH, gate % LATER);
    }

    private void sweep(SimulatedNode node) {
        try {
            attempt(node::settleWhatIsDue);
            attempt(node.freeing::expireHolds);
            attempt(node.reconciling::reconcile);
        } catch (Gate.Crash dead) {
            killed = true;
            house.gate.bury();
        }
    }

    private static void attempt(Runnable work) {
        try {
            work.run();
        } catch (Problem later) {
            // It is left to the next sweep.
        }
    }

    /** The node that is left sweeps alone. */
    private void comesToRest() {
        house.gate.calm();
        for (var round = 0; round < 20; round++) {
            house.pass(Duration.ofMinutes(3));
            sweep(right);
        }
        assertThat(Rest.next(house)).isEmpty();
    }

    private Payment aCheckout(String name) {
        var id = new RegistrationId((name + "xxxxxxxxxxxxxxxxxxxxxx").substring(0, 21) + "w");
        var application = new Application(
                id,
                false,
                new EmailAddress(name + "@example.org"),
                Map.of(),
                "en",
                false,
                Credentials.NONE.withLink("seed"),
                null,
                kept -> LETTER,
                LETTER);
        right.registering.register(house.event, application);
        var kept = house.registration(id);
        house.registrations.replace(kept, kept.prove(false, right.clock.instant()));
        var link = right.links.addressOf(house.registration(id));
        var token = link.substring(link.indexOf("?k=") + 3);
        return right.taking
                .checkout(id, token, null, null, SomePayments.NETWORK)
                .payment();
    }

    private Outcome outcome(Payment payment) {
        return house.payments.find(payment.id()).map(Payment::outcome).orElseThrow();
    }
}
