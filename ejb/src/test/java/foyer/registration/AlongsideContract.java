package foyer.registration;

import static foyer.registration.KeepingRegistrations.confirmedAt;
import static foyer.registration.KeepingRegistrations.offered;
import static foyer.registration.SomeRegistrations.NOON;
import static foyer.registration.SomeRegistrations.aLetter;
import static foyer.registration.SomeRegistrations.anAddress;
import static foyer.registration.SomeRegistrations.registration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.event.EventId;
import foyer.shared.Alongside;
import foyer.shared.Ids;
import foyer.shared.VersionConflict;
import org.junit.jupiter.api.Test;

/** What every keeper of registrations promises of changes that others bring along. */
public interface AlongsideContract extends KeepingRegistrations {
    /** Something that {@link #isNoted} once it is written. */
    Alongside noting(String note);

    /** Something whose condition is never met. */
    Alongside refusing(RuntimeException why);

    boolean isNoted(String note);

    @Test
    default void whatGoesWithAChangeIsWrittenWithIt() {
        var ada = added(confirmedAt(EventId.fresh()), TWO);
        var one = Ids.fresh();
        var other = Ids.fresh();
        var over = ada.cancel(NOON);

        registrations().replace(ada, over, Alongside.of(noting(one), noting(other)), aLetter("cancelled"));

        assertThat(registrations().find(ada.id())).contains(over);
        assertThat(isNoted(one)).isTrue();
        assertThat(isNoted(other)).isTrue();
    }

    @Test
    default void whatGoesWithASeatIsWrittenWithIt() {
        var ada = added(registration(EventId.fresh(), anAddress(), RegistrationState.WAITING), TWO);
        var note = Ids.fresh();

        registrations().seat(ada, offered(ada), TWO, noting(note), aLetter("offer"));

        assertThat(registrations().find(ada.id())).contains(offered(ada));
        assertThat(isNoted(note)).isTrue();
    }

    @Test
    default void whatIsRefusedAlongsideRefusesItAllInItsOwnWords() {
        var ada = added(confirmedAt(EventId.fresh()), TWO);
        added(confirmedAt(ada.event()), TWO);
        var note = Ids.fresh();
        var why = new IllegalStateException("For another reason");

        assertThatThrownBy(() -> registrations()
                        .replace(ada, ada.cancel(NOON), Alongside.of(noting(note), refusing(why)), aLetter("gone")))
                .isSameAs(why);

        assertThat(registrations().find(ada.id())).contains(ada);
        assertThat(registrations().ownerOf(ada.event(), ada.email())).contains(ada);
        assertThat(isNoted(note)).isFalse();
        assertThatThrownBy(() -> add(confirmedAt(ada.event()), TWO)).isInstanceOf(SoldOut.class);
    }

    @Test
    default void aSeatThatIsRefusedAlongsideIsNotTaken() {
        var one = new Capacity(1, 1);
        var ada = added(registration(EventId.fresh(), anAddress(), RegistrationState.WAITING), one);
        var why = new IllegalStateException("For another reason");

        assertThatThrownBy(() -> registrations().seat(ada, offered(ada), one, refusing(why)))
                .isSameAs(why);

        assertThat(registrations().find(ada.id())).contains(ada);
        added(confirmedAt(ada.event()), one);
    }

    @Test
    default void whatIsRefusedItselfWritesNothingAlongside() {
        var one = new Capacity(1, 1);
        var event = EventId.fresh();
        var ada = added(confirmedAt(event), one);
        var waiting = added(registration(event, anAddress(), RegistrationState.WAITING), one);
        registrations().replace(ada, ada.with(ada.credentials().withWrongCode(NOON), NOON));
        var note = Ids.fresh();

        assertThatThrownBy(() -> registrations().replace(ada, ada.cancel(NOON), noting(note)))
                .isInstanceOf(VersionConflict.class);
        assertThatThrownBy(() -> registrations().seat(waiting, offered(waiting), one, noting(note)))
                .isInstanceOf(SoldOut.class);

        assertThat(isNoted(note)).isFalse();
    }
}
