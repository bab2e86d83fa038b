package foyer.registration;

import static foyer.registration.KeepingRegistrations.confirmedAt;
import static foyer.registration.SomeRegistrations.HALF_AN_HOUR;
import static foyer.registration.SomeRegistrations.NOON;
import static foyer.registration.SomeRegistrations.aLetter;
import static foyer.registration.SomeRegistrations.anAddress;
import static foyer.registration.SomeRegistrations.registration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.event.EventId;
import foyer.shared.BadCredentials;
import foyer.shared.VersionConflict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every keeper of registrations promises of them. */
public interface RegistrationsContract extends KeepingRegistrations {
    @Test
    default void whoWasAddedIsFoundByIdAndByAddress() {
        var ada = added(confirmedAt(EventId.fresh()), PLENTY);

        assertThat(registrations().find(ada.id())).contains(ada);
        assertThat(registrations().ownerOf(ada.event(), ada.email())).contains(ada);
    }

    @Test
    default void theSameAgainChangesNothing() {
        var ada = confirmedAt(EventId.fresh());
        added(ada, TWO);

        assertThat(add(ada, TWO).first()).isTrue();
        added(confirmedAt(ada.event()), TWO);
    }

    @Test
    default void aSecondRegistrationOfAnAddressIsAReceiptAndTakesNoSeat() {
        var ada = added(confirmedAt(EventId.fresh()), TWO);
        var second = registration(ada.event(), ada.email(), RegistrationState.HELD);

        assertThat(add(second, TWO).first()).isFalse();
        assertThat(add(second, TWO).first()).isFalse();

        assertThat(registrations().find(second.id())).isEmpty();
        assertThat(registrations().find(ada.id())).contains(ada);
        assertThat(registrations().receipt(second.id()))
                .contains(new Receipt(second.id(), ada.id(), second.credentials()));
        assertThat(registrations().receipt(ada.id())).isEmpty();
        added(confirmedAt(ada.event()), TWO);
    }

    @Test
    default void theLastReceiptOfAnAddressIsFoundByItAndUsedOnce() {
        var ada = added(confirmedAt(EventId.fresh()), TWO);
        assertThat(registrations().lastReceiptOf(ada.event(), ada.email())).isEmpty();
        add(registration(ada.event(), ada.email(), RegistrationState.HELD), TWO);
        var last = registration(ada.event(), ada.email(), RegistrationState.HELD);
        add(last, TWO);

        var receipt = new Receipt(last.id(), ada.id(), last.credentials());
        assertThat(registrations().lastReceiptOf(ada.event(), ada.email())).contains(receipt);
        assertThat(registrations().lastReceiptOf(ada.event(), anAddress())).isEmpty();
        assertThat(registrations().lastReceiptOf(EventId.fresh(), ada.email())).isEmpty();

        var proven = ada.with(ada.credentials(), NOON);
        registrations().replace(ada, proven, registrations().using(receipt));

        assertThat(registrations().lastReceiptOf(ada.event(), ada.email())).isEmpty();
        assertThat(registrations().receipt(last.id())).isEmpty();
        assertThat(registrations().ownerByReceipt(last.id())).contains(ada.id());
        assertThat(registrations().ownerByReceipt(ada.id())).isEmpty();
        var none = new Receipt(RegistrationId.fresh(), ada.id(), last.credentials());
        var again = proven.with(proven.credentials(), NOON);
        for (var over : List.of(receipt, none)) {
            assertThatThrownBy(() -> registrations()
                            .replace(proven, again, registrations().using(over)))
                    .isInstanceOf(BadCredentials.class);
        }
        assertThat(registrations().find(ada.id())).contains(proven);
    }

    @Test
    default void whoWaitsIsKnownByTheCallAlsoWhereItBroughtAReceipt() {
        var ada = added(confirmedAt(EventId.fresh()), TWO);
        var bob = added(registration(ada.event(), anAddress(), RegistrationState.WAITING), TWO);
        var again = registration(ada.event(), ada.email(), RegistrationState.WAITING);
        add(again, TWO);
        var seated = registration(ada.event(), bob.email(), RegistrationState.HELD);
        add(seated, TWO);

        assertThat(List.of(bob.id(), again.id())).allMatch(registrations()::waits);
        assertThat(List.of(ada.id(), seated.id(), RegistrationId.fresh())).noneMatch(registrations()::waits);
    }

    @Test
    default void anAddressThatFoundNoSeatMayTryAgain() {
        var event = EventId.fresh();
        var ada = added(confirmedAt(event), TWO);
        added(confirmedAt(event), TWO);
        var late = anAddress();
        assertThatThrownBy(() -> add(registration(event, late, RegistrationState.HELD), TWO))
                .isInstanceOf(SoldOut.class);

        registrations().replace(ada, ada.cancel(NOON));

        added(registration(event, late, RegistrationState.HELD), TWO);
    }

    @Test
    default void whoCancelledMayRegisterAnew() {
        var ada = added(confirmedAt(EventId.fresh()), TWO);

        registrations().replace(ada, ada.cancel(NOON));

        assertThat(registrations().ownerOf(ada.event(), ada.email())).isEmpty();
        added(registration(ada.event(), ada.email(), RegistrationState.CONFIRMED), TWO);
    }

    @Test
    default void aStaleChangeIsRefused() {
        var ada = added(confirmedAt(EventId.fresh()), TWO);
        registrations().replace(ada, ada.with(ada.credentials().withWrongCode(NOON), NOON));

        assertThatThrownBy(() -> registrations().replace(ada, ada.cancel(NOON))).isInstanceOf(VersionConflict.class);
        added(confirmedAt(ada.event()), TWO);
        assertThatThrownBy(() -> add(confirmedAt(ada.event()), TWO)).isInstanceOf(SoldOut.class);
    }

    @Test
    default void holdsThatRanOutAreFound() {
        var ada = added(registration(EventId.fresh(), anAddress(), RegistrationState.HELD), TWO);

        assertThat(registrations().heldBefore(NOON, 200)).doesNotContain(ada);
        assertThat(registrations().heldBefore(NOON.plus(HALF_AN_HOUR), 200)).contains(ada);

        registrations().replace(ada, ada.expire(NOON.plus(HALF_AN_HOUR)));
        assertThat(registrations().heldBefore(NOON.plus(HALF_AN_HOUR), 200)).doesNotContain(ada);
    }

    @Test
    default void theListIsNewestFirstInPartsAndFiltered() {
        var event = EventId.fresh();
        var added = new ArrayList<Registration>();
        for (var minute = 0; minute < 5; minute++) {
            var state = minute == 2 ? RegistrationState.HELD : RegistrationState.CONFIRMED;
            var paid = minute == 3 ? PaymentStatus.COMPLETED : PaymentStatus.NOT_REQUIRED;
            added.add(0, added(registration(event, anAddress(), state, paid, NOON.plusSeconds(minute)), PLENTY));
        }
        var all = RegistrationQuery.all(event, 2);

        assertThat(listed(all)).containsExactlyElementsOf(added);
        assertThat(listed(all.in(RegistrationState.HELD))).containsExactly(added.get(2));
        var email = new RegistrationQuery(event, added.get(1).email(), null, null, null, 2, null);
        assertThat(listed(email)).containsExactly(added.get(1));
        var paid = new RegistrationQuery(event, null, PaymentStatus.COMPLETED, null, null, 2, null);
        assertThat(listed(paid)).containsExactly(added.get(1));
        var after = new RegistrationQuery(event, null, null, null, NOON.plusSeconds(2), 2, null);
        assertThat(listed(after)).containsExactlyElementsOf(added.subList(0, 2));
    }

    @Test
    default void whatIsKnownOfItsPaymentIsKeptAndGoesWithIt() {
        var fees = List.of(
                Fee.due("SPRING"),
                new Fee(
                        PaymentStatus.PENDING,
                        "first",
                        true,
                        "SPRING",
                        0,
                        false,
                        Instant.parse("2030-05-01T18:30:00Z")),
                new Fee(PaymentStatus.COMPLETED, "second", false, null, 300, true),
                new Fee(PaymentStatus.REFUNDED, "second", false, null, 1200, false),
                Fee.NONE);
        var ada = added(confirmedAt(EventId.fresh()), TWO);

        for (var fee : fees) {
            var changed = ada.changed(NOON).fee(fee).done();
            registrations().replace(ada, changed);
            assertThat(registrations().find(ada.id())).contains(changed);
            ada = changed;
        }
    }

    @Test
    default void whatWasToldBeforeKeepsNothingBackAndIsNotToldAgain() {
        var ada = added(registration(EventId.fresh(), anAddress(), RegistrationState.HELD), TWO);
        var told = aLetter("confirmation");
        var proven = ada.prove(false, NOON);
        registrations().replace(ada, proven, told);

        var over = proven.cancel(NOON);
        registrations().replace(proven, over, aLetter("another"), told);

        assertThat(registrations().find(ada.id())).contains(over);
    }

    private List<Registration> listed(RegistrationQuery query) {
        var listed = new ArrayList<Registration>();
        @Nullable String position = null;
        do {
            var page = registrations().list(query.from(position));
            assertThat(page.items()).hasSizeLessThanOrEqualTo(query.limit());
            listed.addAll(page.items());
            position = page.next();
        } while (position != null);
        return listed;
    }
}
