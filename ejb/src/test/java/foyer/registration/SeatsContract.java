package foyer.registration;

import static foyer.registration.KeepingRegistrations.confirmedAt;
import static foyer.registration.KeepingRegistrations.offered;
import static foyer.registration.SomeRegistrations.NOON;
import static foyer.registration.SomeRegistrations.aLetter;
import static foyer.registration.SomeRegistrations.anAddress;
import static foyer.registration.SomeRegistrations.registration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.event.EventId;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** What every keeper of registrations promises of the seats they take. */
public interface SeatsContract extends KeepingRegistrations {
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
    default void whetherAnEventIsFullIsToldWithoutAskingForASeat() {
        var event = EventId.fresh();
        assertThat(registrations().full(event, TWO)).isFalse();
        var ada = added(confirmedAt(event), TWO);
        assertThat(registrations().full(event, TWO)).isFalse();
        added(confirmedAt(event), TWO);
        assertThat(registrations().full(event, TWO)).isTrue();
        assertThat(registrations().full(event, new Capacity(3, 2))).isFalse();

        registrations().replace(ada, ada.cancel(NOON));

        assertThat(registrations().full(event, TWO)).isFalse();
        assertThat(registrations().full(EventId.fresh(), PLENTY)).isFalse();
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
    default void whatIsPutAsideIsTheFirstToGoWhereThereAreFewerSeats() {
        var event = EventId.fresh();
        var ada = added(confirmedAt(event), TWO);
        added(confirmedAt(event), TWO);
        var waiting = added(registration(event, anAddress(), RegistrationState.WAITING), TWO);
        registrations().replace(ada, ada.cancel(NOON));
        var one = new Capacity(1, 2);

        assertThatThrownBy(() -> registrations().seat(waiting, offered(waiting), one))
                .isInstanceOf(SoldOut.class);
        registrations().replace(waiting, waiting.cancel(NOON));
        registrations().endWaiting(event, NOON);
        assertThatThrownBy(() -> add(confirmedAt(event), one)).isInstanceOf(SoldOut.class);
    }

    @Test
    default void nobodyIsSeatedByAPlainChange() {
        var waiting = added(registration(EventId.fresh(), anAddress(), RegistrationState.WAITING), TWO);

        assertThatCode(() -> registrations().replace(waiting, offered(waiting)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    default void whoStillSeesTheOldCapacitySellsNoMoreOnceTheLowerOneIsSpread() {
        var event = EventId.fresh();
        added(confirmedAt(event), new Capacity(3, 1));
        added(confirmedAt(event), new Capacity(2, 2));

        assertThatThrownBy(() -> add(confirmedAt(event), new Capacity(3, 1))).isInstanceOf(SoldOut.class);
    }
}
