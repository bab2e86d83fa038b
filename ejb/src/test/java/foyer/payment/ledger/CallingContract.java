package foyer.payment.ledger;

import static foyer.shared.SettableClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.shared.Alongside;
import foyer.shared.Crowd;
import foyer.shared.VersionConflict;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How payments are called: told that something happened to them, whoever looks at them meanwhile. */
public interface CallingContract extends AtAKeeper {
    @Test
    default void whoIsCalledIsDueNowAndANewVersion() {
        var payment = added(notDue());

        assertThat(payments().call(payment.id(), LATER)).isTrue();

        assertThat(payments().find(payment.id())).contains(payment.dueAt(LATER, LATER));
        assertThatThrownBy(() -> payments().replace(payment, opened(payment), Alongside.nothing()))
                .isInstanceOf(VersionConflict.class);
    }

    @Test
    default void whoIsDueLaterIsCalledBeforeThat() {
        var payment = added(notDue().dueAt(LATER, NOON));

        assertThat(payments().call(payment.id(), NOON)).isTrue();

        assertThat(payments().find(payment.id()).flatMap(Payment::next)).contains(NOON);
    }

    @Test
    default void whoIsDueAlreadyNeedsNoCall() {
        var payment = added(anIntent());

        assertThat(payments().call(payment.id(), LATER)).isFalse();
        assertThat(payments().call(PaymentId.fresh(), LATER)).isFalse();

        assertThat(payments().find(payment.id())).contains(payment);
    }

    @Test
    default void whoeverIsSlowerThanItsLeaseLearnsOfACall() {
        var taken = notDue().claimed(Duration.ofSeconds(60), NOON);
        var payment = added(taken);
        var overdue = NOON.plusSeconds(120);

        assertThat(payments().call(payment.id(), overdue)).isTrue();
        assertThat(payments().call(payment.id(), overdue)).isFalse();

        assertThat(payments().find(payment.id()).map(Payment::version)).contains(payment.version() + 1);
    }

    @Test
    default void aCallAlongsideIsANewVersionWhetherOrNotItWasDue() {
        var due = added(anIntent());
        var notDue = added(notDue());

        write(Alongside.of(payments().calling(due.id(), LATER), payments().calling(notDue.id(), LATER)));

        assertThat(payments().find(due.id())).contains(due.dueAt(LATER, LATER));
        assertThat(payments().find(notDue.id())).contains(notDue.dueAt(LATER, LATER));
    }

    @Test
    default void ofManyWhoCallOneIsHeard() throws Exception {
        var payment = added(notDue());

        assertThat(Crowd.of(MANY, client -> payments().call(payment.id(), LATER)))
                .isOne();

        assertThat(payments().find(payment.id())).contains(payment.dueAt(LATER, LATER));
    }

    @Test
    default void eachVersionIsOnesWhoeverCallsAndWritesMeanwhile() throws Exception {
        var first = added(notDue());

        var changes = Crowd.of(MANY, client -> {
            if (client % 2 == 0) {
                return payments().call(first.id(), LATER);
            }
            var seen = payments().find(first.id()).orElseThrow();
            return isWritten(seen, seen.dueAt(LATER.plusSeconds(60), LATER));
        });

        assertThat(payments().find(first.id()).map(Payment::version)).contains(first.version() + changes);
    }
}
