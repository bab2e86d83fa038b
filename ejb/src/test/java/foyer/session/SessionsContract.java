package foyer.session;

import static foyer.shared.SettableClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.event.EventId;
import foyer.shared.Alongside;
import foyer.shared.Ids;
import foyer.shared.VersionConflict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every keeper of sessions promises. */
public interface SessionsContract {
    Sessions sessions();

    /** Writes it by itself, or fails with the refusal that it brought along. */
    void write(Alongside change);

    @Test
    default void whatWasKeptIsFoundAsItWas() {
        var ofSomebody = aSessionOf(Ids.fresh());
        var ofAnybody = Session.opened(EventId.fresh(), null, NOON, Duration.ofHours(1));
        sessions().keep(List.of(ofSomebody));
        sessions().keep(List.of(ofAnybody, ofSomebody));

        assertThat(sessions().find(ofSomebody.id())).contains(ofSomebody);
        assertThat(sessions().find(ofAnybody.id())).contains(ofAnybody);
        assertThat(sessions().find(SessionId.fresh())).isEmpty();
    }

    @Test
    default void manyAreKeptAndRemovedAtOnce() {
        var many =
                IntStream.range(0, 60).mapToObj(any -> aSessionOf(Ids.fresh())).toList();

        sessions().keep(many);
        assertThat(many).allMatch(session -> sessions().find(session.id()).isPresent());

        sessions().remove(many.stream().map(Session::id).toList());
        sessions().remove(List.of());
        assertThat(many).allMatch(session -> sessions().find(session.id()).isEmpty());
    }

    @Test
    default void ofTwoWhoReadTheSameScreensOneIsToldWhatIsThereInstead() {
        var none = Screens.none(Ids.fresh());
        var first = none.opened(aSessionOf(none.userId()), 1);
        var second = none.opened(aSessionOf(none.userId()), 1);

        assertThat(sessions().replace(none, first)).isEmpty();
        assertThat(sessions().replace(none, second)).contains(first);
        assertThat(sessions().replace(first, first.revoked(7, NOON))).isEmpty();
        assertThat(sessions().replace(first, second)).contains(first.revoked(7, NOON));
    }

    @Test
    default void aChangeAlongsideIsRefusedWhereSomebodyWasFaster() {
        var none = Screens.none(Ids.fresh());
        var first = none.opened(aSessionOf(none.userId()), 1);
        write(sessions().replacing(none, first));
        assertThat(sessions().screens(none.userId())).isEqualTo(first);
        var revoked = first.revoked(7, NOON);
        write(sessions().replacing(first, revoked));

        var late = sessions().replacing(first, first.closed(first.live().get(0).session()));
        assertThatThrownBy(() -> write(late)).isInstanceOf(VersionConflict.class);
        assertThatThrownBy(() -> write(sessions().replacing(none, first))).isInstanceOf(VersionConflict.class);
        assertThat(sessions().screens(none.userId())).isEqualTo(revoked);
    }

    @Test
    default void theSameChangeTwiceIsTheSameAsOnce() {
        var none = Screens.none(Ids.fresh());
        var first = none.opened(aSessionOf(none.userId()), 1);

        assertThat(sessions().replace(none, first)).isEmpty();
        assertThat(sessions().replace(none, first)).isEmpty();
    }

    @Test
    default void theScreensOfManyAreFoundAtOnce() {
        var watched = IntStream.range(0, 120)
                .mapToObj(any -> Screens.none(Ids.fresh()))
                .map(none -> none.opened(aSessionOf(none.userId()), 2))
                .toList();
        watched.forEach(screens -> sessions().replace(Screens.none(screens.userId()), screens));
        var stranger = Ids.fresh();
        var asked = new ArrayList<>(watched.stream().map(Screens::userId).toList());
        asked.add(stranger);

        assertThat(sessions().screens(asked)).containsExactlyInAnyOrderElementsOf(watched);
        assertThat(sessions().screens(stranger)).isEqualTo(Screens.none(stranger));
        assertThat(sessions().screens(List.of())).isEmpty();
    }

    static Session aSessionOf(String registration) {
        return Session.opened(EventId.fresh(), registration, NOON, Duration.ofHours(1));
    }
}
