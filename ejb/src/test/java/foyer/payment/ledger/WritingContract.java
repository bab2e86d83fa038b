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
import foyer.shared.VersionConflict;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How payments are written: once, by one of many, and with all that goes with them or not at all. */
public interface WritingContract extends AtAKeeper {
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
    default void ofManyWhoWriteTheNextVersionOneDoes() throws Exception {
        var before = added(anIntent());

        var written = Crowd.of(MANY, client -> isWritten(before, before.dueAt(LATER.plusMillis(client), LATER)));

        assertThat(written).isOne();
        assertThat(payments().find(before.id()).map(Payment::version)).contains(2L);
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
                NOON,
                Set.of(Need.MISMATCH, Need.DISPUTE),
                LATER,
                7,
                NOON,
                LATER);
    }
}
