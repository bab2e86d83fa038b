package foyer.payment.ledger;

import static foyer.shared.SettableClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.event.EventId;
import foyer.payment.ledger.Payment.Need;
import foyer.payment.ledger.Seen.Flaw;
import foyer.registration.RegistrationId;
import foyer.registration.SomeRegistrations;
import foyer.shared.Alongside;
import foyer.shared.Crowd;
import foyer.shared.Money;
import foyer.shared.NotFound;
import foyer.shared.Outgoing;
import foyer.shared.Page;
import foyer.shared.VersionConflict;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every keeper of payments promises. */
public interface PaymentsContract {
    int MANY = 50;
    Duration HALF_AN_HOUR = Duration.ofMinutes(30);
    Instant LATER = NOON.plusSeconds(60);
    Money TWELVE_EUROS = new Money(1200, Currency.getInstance("EUR"));

    Payments payments();

    /** Writes this by itself. */
    void write(Alongside change);

    boolean isTold(Outgoing fact);

    @Test
    default void whatWasAddedIsFoundWithAllThatIsKnownOfIt() {
        var bare = added(anIntent());
        var rich = added(withEverything());

        assertThat(payments().find(bare.id())).contains(bare);
        assertThat(payments().find(rich.id())).contains(rich);
        assertThat(payments().find(PaymentId.fresh())).isEmpty();
    }

    @Test
    default void aPaymentIsAddedOnce() {
        var payment = added(anIntent());

        assertThatThrownBy(() -> write(payments().adding(payment))).isInstanceOf(VersionConflict.class);
    }

    @Test
    default void theNextVersionTakesThePlaceOfTheOneBefore() {
        var before = added(withEverything());
        var after = before.changed(LATER).met(Need.MISMATCH).due(null).done();
        payments().replace(before, after, Alongside.nothing());
        assertThat(payments().find(before.id())).contains(after);

        var next = after.dueAt(LATER, LATER);
        write(payments().replacing(after, next));
        assertThat(payments().find(before.id())).contains(next);
    }

    @Test
    default void aStaleChangeIsRefusedWithAllThatGoesWithIt() {
        var before = added(anIntent());
        var after = opened(before);
        payments().replace(before, after, Alongside.nothing());
        var other = anIntent();
        var letter = SomeRegistrations.aLetter("receipt");

        assertThatThrownBy(() ->
                        payments().replace(before, opened(before), payments().adding(other), letter))
                .isInstanceOf(VersionConflict.class);
        assertThatThrownBy(() -> write(payments().replacing(before, opened(before))))
                .isInstanceOf(VersionConflict.class);

        assertThat(payments().find(before.id())).contains(after);
        assertThat(payments().find(other.id())).isEmpty();
        assertThat(isTold(letter)).isFalse();
    }

    @Test
    default void whatGoesWithItIsWrittenWithIt() {
        var before = added(anIntent());
        var other = anIntent();
        var letter = SomeRegistrations.aLetter("receipt");

        payments().replace(before, opened(before), payments().adding(other), letter);

        assertThat(payments().find(before.id())).contains(opened(before));
        assertThat(payments().find(other.id())).contains(other);
        assertThat(isTold(letter)).isTrue();
    }

    @Test
    default void whatIsRefusedAlongsideRefusesItInItsOwnWords() {
        var before = added(anIntent());
        var letter = SomeRegistrations.aLetter("receipt");
        var unknown = payments().calling(PaymentId.fresh(), NOON);

        assertThatThrownBy(() -> payments().replace(before, opened(before), unknown, letter))
                .isInstanceOf(NotFound.class);

        assertThat(payments().find(before.id())).contains(before);
        assertThat(isTold(letter)).isFalse();
    }

    @Test
    default void whatWasToldBeforeKeepsNothingBackAndIsNotToldAgain() {
        var before = added(anIntent());
        var told = SomeRegistrations.aLetter("receipt");
        var after = opened(before);
        payments().replace(before, after, Alongside.nothing(), told);
        var untold = SomeRegistrations.aLetter("refund");
        var last = after.dueAt(LATER, LATER);

        payments().replace(after, last, Alongside.nothing(), told, untold);

        assertThat(payments().find(before.id())).contains(last);
        assertThat(isTold(untold)).isTrue();
    }

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
    default void thoseOfARegistrationAreListedOldestFirst() {
        var registration = RegistrationId.fresh();
        var second = added(anIntent(registration, EventId.fresh(), LATER));
        var first = added(anIntent(registration, EventId.fresh(), NOON));
        added(anIntent());

        assertThat(payments().of(registration)).containsExactly(first, second);
        assertThat(payments().of(RegistrationId.fresh())).isEmpty();
    }

    @Test
    default void thoseOfAnEventAreListedOldestFirstInParts() {
        var event = EventId.fresh();
        var added = new ArrayList<Payment>();
        for (var minute = 0; minute < 5; minute++) {
            added.add(added(anIntent(RegistrationId.fresh(), event, NOON.plusSeconds(60L * minute))));
        }
        added(anIntent());

        assertThat(listed(position -> payments().ofEvent(event, 2, position))).containsExactlyElementsOf(added);
        assertThat(payments().ofEvent(event, 5, null).next()).isNull();
    }

    @Test
    default void aDayIsOneInCoordinatedUniversalTime() {
        var day = LocalDate.parse("2031-03-30");
        var midnight = Instant.parse("2031-03-30T00:00:00Z");
        added(anIntent(RegistrationId.fresh(), EventId.fresh(), midnight.minusMillis(1)));
        var first = added(anIntent(RegistrationId.fresh(), EventId.fresh(), midnight));
        var last = added(anIntent(
                RegistrationId.fresh(),
                EventId.fresh(),
                midnight.plus(Duration.ofDays(1)).minusMillis(1)));
        added(anIntent(RegistrationId.fresh(), EventId.fresh(), midnight.plus(Duration.ofDays(1))));

        assertThat(listed(position -> payments().ofDay(day, 1, position))).containsExactly(first, last);
    }

    @Test
    default void whatIsDueIsFoundTheLongestDueFirst() {
        // Before all that other tests leave behind.
        var then = Instant.parse("2001-01-01T00:00:00Z");
        var due = new ArrayList<Payment>();
        for (var second = 0; second < 12; second++) {
            due.add(added(anIntent(RegistrationId.fresh(), EventId.fresh(), then.plusSeconds(second))));
        }

        assertThat(payments().due(then.plusSeconds(11), 20)).containsExactlyElementsOf(due);
        assertThat(payments().due(then.plusSeconds(11), 5)).containsExactlyElementsOf(due.subList(0, 5));
        assertThat(payments().due(then.plusSeconds(3), 20)).containsExactlyElementsOf(due.subList(0, 4));
        due.forEach(one -> payments().replace(one, one.dueAt(null, LATER), Alongside.nothing()));
        assertThat(payments().due(then.plusSeconds(11), 20)).isEmpty();
    }

    @Test
    default void ofManyWhoCallOneIsHeard() throws Exception {
        var payment = added(notDue());

        assertThat(Crowd.of(MANY, client -> payments().call(payment.id(), LATER)))
                .isOne();

        assertThat(payments().find(payment.id())).contains(payment.dueAt(LATER, LATER));
    }

    @Test
    default void ofManyWhoWriteTheNextVersionOneDoes() throws Exception {
        var before = added(anIntent());

        var written = Crowd.of(MANY, client -> isWritten(before, before.dueAt(LATER.plusMillis(client), LATER)));

        assertThat(written).isOne();
        assertThat(payments().find(before.id()).map(Payment::version)).contains(2L);
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

    private boolean isWritten(Payment before, Payment after) {
        try {
            payments().replace(before, after, Alongside.nothing());
            return true;
        } catch (VersionConflict fasterOnes) {
            return false;
        }
    }

    private Payment added(Payment payment) {
        write(payments().adding(payment));
        return payment;
    }

    static Payment anIntent() {
        return anIntent(RegistrationId.fresh(), EventId.fresh(), NOON);
    }

    static Payment anIntent(RegistrationId registration, EventId event, Instant begun) {
        var price = Price.of(TWELVE_EUROS);
        return Payment.intended(PaymentId.fresh(), registration, event, price, null, begun.plus(HALF_AN_HOUR), begun);
    }

    static Payment notDue() {
        return anIntent().dueAt(null, NOON);
    }

    static Payment opened(Payment intent) {
        return intent.opened(new Checkout("cs_1", "https://pay.example/cs_1"), LATER);
    }

    private static Payment withEverything() {
        var seen = new Seen(
                Progress.PAID,
                new Money(1000, Currency.getInstance("USD")),
                300,
                100,
                200,
                new Disputes(3, 1, 1, 400),
                Set.of(Flaw.NOT_OURS, Flaw.WRONG_MODE));
        return new Payment(
                PaymentId.fresh(),
                RegistrationId.fresh(),
                EventId.fresh(),
                new Price(TWELVE_EUROS, 200, "SPRING"),
                "https://partner.example/thanks?from=pay",
                new Checkout("cs_2", "https://pay.example/cs_2"),
                NOON.plus(HALF_AN_HOUR),
                seen,
                Outcome.MISMATCHED,
                900,
                List.of(new RefundOrder("first", 300, "ada", NOON), new RefundOrder("second", 600, "bob", LATER)),
                3,
                Set.of(Need.MISMATCH, Need.DISPUTE),
                LATER,
                7,
                NOON,
                LATER);
    }

    private static List<Payment> listed(Function<@Nullable String, Page<Payment>> pages) {
        var listed = new ArrayList<Payment>();
        @Nullable String position = null;
        do {
            var page = pages.apply(position);
            listed.addAll(page.items());
            position = page.next();
        } while (position != null);
        return listed;
    }
}
