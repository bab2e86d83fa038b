package foyer.session;

import static foyer.shared.SettableClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.event.EventId;
import foyer.shared.Ids;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SessionTest {
    @Test
    void namesTheRegistrationThatWatches() {
        for (var time = 0; time < 100; time++) {
            var registration = Ids.fresh();
            var session = openedFor(registration);

            assertThat(session.registered()).isTrue();
            assertThat(session.registration()).contains(registration);
            assertThat(session.viewer()).isEqualTo(registration);
        }
    }

    @Test
    void whereNobodyHasToRegisterTheSessionItselfIsTheViewer() {
        var session = openedFor(null);

        assertThat(session.registered()).isFalse();
        assertThat(session.registration()).isEmpty();
        assertThat(session.viewer()).isEqualTo(session.id().value());
    }

    @Test
    void isOfNobodyWhoseNameIsNoId() {
        assertThatThrownBy(() -> openedFor("ada")).isInstanceOf(IllegalArgumentException.class);
    }

    private static Session openedFor(@Nullable String registration) {
        return Session.opened(EventId.fresh(), registration, NOON, Duration.ofHours(1));
    }
}
