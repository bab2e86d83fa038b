package foyer.registration;

import static foyer.registration.SomeRegistrations.HALF_AN_HOUR;
import static foyer.registration.SomeRegistrations.NOON;
import static foyer.registration.SomeRegistrations.aLetter;
import static foyer.registration.SomeRegistrations.anAddress;
import static foyer.registration.SomeRegistrations.registration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.event.EventId;
import foyer.shared.VersionConflict;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every keeper of registrations promises. */
public interface RegistrationsContract {
    Capacity PLENTY = new Capacity(Capacity.UNLIMITED, 1);
    Capacity TWO = new Capacity(2, 1);

    Registrations registrations();

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
    default void aFullEventIsSoldOutForNewAddressesAndKnownOnes() {
        var event = EventId.fresh();
        var ada = added(confirmedAt(event), TWO);
        added(confirmedAt(event), TWO);

        assertThatThrownBy(() -> add(confirmedAt(event), TWO)).isInstanceOf(SoldOut.class);
        assertThatThrownBy(() -> add(registration(event, ada.email(), RegistrationState.HELD), TWO))
                .isInstanceOf(SoldOut.class);
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
    default void aSeatThatMovesBetweenStatesIsStillOne() {
        var event = EventId.fresh();
        var ada = added(registration(event, anAddress(), RegistrationState.HELD), TWO);

        var proven = ada.prove(false, NOON);
        registrations().replace(ada, proven, aLetter("confirmation"));

        assertThat(registrations().find(ada.id())).contains(proven);
        added(confirmedAt(event), TWO);
        assertThatThrownBy(() -> add(confirmedAt(event), TWO)).isInstanceOf(SoldOut.class);
    }

    @Test
    default void aStaleChangeIsRefused() {
        var ada = added(confirmedAt(EventId.fresh()), TWO);
        registrations().replace(ada, ada.with(ada.credentials().withWrongCode(), NOON));

        assertThatThrownBy(() -> registrations().replace(ada, ada.cancel(NOON))).isInstanceOf(VersionConflict.class);
        added(confirmedAt(ada.event()), TWO);
        assertThatThrownBy(() -> add(confirmedAt(ada.event()), TWO)).isInstanceOf(SoldOut.class);
    }

    @Test
    default void moreSeatsAreSoldFromTheEventsNextVersionOn() {
        var event = EventId.fresh();
        added(confirmedAt(event), TWO);
        added(confirmedAt(event), TWO);

        added(confirmedAt(event), new Capacity(3, 2));

        assertThatThrownBy(() -> add(confirmedAt(event), new Capacity(3, 2))).isInstanceOf(SoldOut.class);
    }

    @Test
    default void seatsBeyondALoweredCapacityAreNotSoldAgain() {
        var event = EventId.fresh();
        var seated = new ArrayList<Registration>();
        for (var viewer = 0; viewer < 5; viewer++) {
            seated.add(added(confirmedAt(event), new Capacity(5, 1)));
        }
        var three = new Capacity(3, 2);
        assertThatThrownBy(() -> add(confirmedAt(event), three)).isInstanceOf(SoldOut.class);

        for (var leaving = 0; leaving < 2; leaving++) {
            registrations().replace(seated.get(leaving), seated.get(leaving).cancel(NOON));
            assertThatThrownBy(() -> add(confirmedAt(event), three)).isInstanceOf(SoldOut.class);
        }

        registrations().replace(seated.get(2), seated.get(2).cancel(NOON));
        added(confirmedAt(event), three);
        assertThatThrownBy(() -> add(confirmedAt(event), three)).isInstanceOf(SoldOut.class);
    }

    @Test
    default void aFreedSeatIsForWhoWaitsAndForNobodyElse() {
        var event = EventId.fresh();
        var ada = added(confirmedAt(event), TWO);
        added(confirmedAt(event), TWO);
        var waiting = added(registration(event, anAddress(), RegistrationState.WAITING), TWO);
        assertThatThrownBy(() -> seat(waiting, TWO)).isInstanceOf(SoldOut.class);

        registrations().replace(ada, ada.cancel(NOON));

        assertThatThrownBy(() -> add(confirmedAt(event), TWO)).isInstanceOf(SoldOut.class);
        assertThat(registrations().awaited()).contains(event);
        assertThat(registrations().waiting(event, 10)).containsExactly(waiting);
        var held = seat(waiting, TWO);
        assertThat(registrations().find(waiting.id())).contains(held);
        assertThat(registrations().waiting(event, 10)).isEmpty();
        assertThatThrownBy(() -> add(confirmedAt(event), TWO)).isInstanceOf(SoldOut.class);
    }

    @Test
    default void whatIsPutAsideForNobodyIsLetGo() {
        var event = EventId.fresh();
        var ada = added(confirmedAt(event), TWO);
        added(confirmedAt(event), TWO);
        var waiting = added(registration(event, anAddress(), RegistrationState.WAITING), TWO);
        registrations().replace(ada, ada.cancel(NOON));
        registrations().replace(waiting, waiting.cancel(NOON));

        registrations().endWaiting(event, NOON);

        added(confirmedAt(event), TWO);
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
    default void nobodyIsSeatedByAPlainChange() {
        var waiting = added(registration(EventId.fresh(), anAddress(), RegistrationState.WAITING), TWO);

        assertThatCode(() -> registrations().replace(waiting, offered(waiting)))
                .isInstanceOf(IllegalArgumentException.class);
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

    private Registration seat(Registration waiting, Capacity capacity) {
        var after = offered(waiting);
        registrations().seat(waiting, after, capacity, aLetter("offer"));
        return after;
    }

    private static Registration offered(Registration waiting) {
        return waiting.offer(NOON.plus(HALF_AN_HOUR), waiting.credentials().withLink("offered"), NOON);
    }

    private Registered add(Registration registration, Capacity capacity) {
        return registrations().add(registration, capacity, aLetter("first"), aLetter("again"));
    }

    private Registration added(Registration registration, Capacity capacity) {
        assertThat(add(registration, capacity).first()).isTrue();
        return registration;
    }

    private static Registration confirmedAt(EventId event) {
        return registration(event, anAddress(), RegistrationState.CONFIRMED);
    }
}
