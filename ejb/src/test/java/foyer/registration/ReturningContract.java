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
import foyer.shared.Alongside;
import foyer.shared.VersionConflict;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every keeper of registrations promises to whoever pays when their hold is over. */
public interface ReturningContract extends KeepingRegistrations {
    Instant LATE = NOON.plus(HALF_AN_HOUR).plusSeconds(1);

    @Test
    default void whoReturnsGetsAFreeSeatAndTheirAddress() {
        var ada = expired(EventId.fresh(), TWO);

        var back = returned(ada, TWO);

        assertThat(registrations().find(ada.id())).contains(back);
        assertThat(registrations().ownerOf(ada.event(), ada.email())).contains(back);
        assertThat(add(registration(ada.event(), ada.email(), RegistrationState.HELD), TWO)
                        .first())
                .isFalse();
        added(confirmedAt(ada.event()), TWO);
        assertThatThrownBy(() -> add(confirmedAt(ada.event()), TWO)).isInstanceOf(SoldOut.class);
    }

    @Test
    default void theSeatOfWhoReturnedIsGivenBackAsAnyOther() {
        var ada = expired(EventId.fresh(), TWO);
        added(confirmedAt(ada.event()), TWO);
        var back = returned(ada, TWO);

        registrations().replace(back, back.cancel(LATE));

        added(registration(ada.event(), ada.email(), RegistrationState.CONFIRMED), TWO);
        assertThatThrownBy(() -> add(confirmedAt(ada.event()), TWO)).isInstanceOf(SoldOut.class);
    }

    @Test
    default void whoReturnsToAFullEventFindsNoSeat() {
        var ada = expired(EventId.fresh(), TWO);
        added(confirmedAt(ada.event()), TWO);
        added(confirmedAt(ada.event()), TWO);

        assertThatThrownBy(() -> returned(ada, TWO)).isInstanceOf(SoldOut.class);

        assertThat(registrations().find(ada.id())).contains(ada);
        assertThat(registrations().ownerOf(ada.event(), ada.email())).isEmpty();
    }

    @Test
    default void whoReturnsGetsNoSeatThatIsPutAsideForWhoWaits() {
        var ada = expired(EventId.fresh(), TWO);
        var leaving = added(confirmedAt(ada.event()), TWO);
        added(confirmedAt(ada.event()), TWO);
        var waiting = added(registration(ada.event(), anAddress(), RegistrationState.WAITING), TWO);
        registrations().replace(leaving, leaving.cancel(NOON));

        assertThatThrownBy(() -> returned(ada, TWO)).isInstanceOf(SoldOut.class);

        seat(waiting, TWO);
    }

    @Test
    default void whoseAddressHasRegisteredAnewDoesNotReturn() {
        var ada = expired(EventId.fresh(), TWO);
        var anew = added(registration(ada.event(), ada.email(), RegistrationState.HELD), TWO);

        assertThatThrownBy(() -> returned(ada, TWO)).isInstanceOf(AddressTaken.class);

        assertThat(registrations().find(ada.id())).contains(ada);
        assertThat(registrations().ownerOf(ada.event(), ada.email())).contains(anew);
        added(confirmedAt(ada.event()), TWO);
    }

    @Test
    default void whoReturnsTwiceGetsOneSeat() {
        var ada = expired(EventId.fresh(), TWO);
        returned(ada, TWO);

        assertThatThrownBy(() -> returned(ada, TWO)).isInstanceOfAny(VersionConflict.class, AddressTaken.class);

        added(confirmedAt(ada.event()), TWO);
    }

    default Registration expired(EventId event, Capacity capacity) {
        var held = added(registration(event, anAddress(), RegistrationState.HELD), capacity);
        var over = held.expire(LATE);
        registrations().replace(held, over);
        return over;
    }

    default Registration returned(Registration over, Capacity capacity) {
        var back = paid(over);
        registrations().seat(over, back, capacity, Alongside.nothing(), aLetter("receipt"));
        return back;
    }

    static Registration paid(Registration over) {
        return over.pay("payment", false, over.credentials().withLink("paid"), LATE);
    }
}
