package foyer.session;

import static foyer.shared.SettableClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.event.EventId;
import foyer.shared.Ids;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every keeper of positions promises. */
public interface PositionsContract {
    Positions positions();

    @Test
    default void theLastToBeKeptIsFound() {
        var first = new Position(Ids.fresh(), EventId.fresh(), Duration.ofMillis(1_500), NOON);
        var later = new Position(first.viewer(), first.eventId(), Duration.ofMinutes(90), NOON.plusSeconds(20));
        positions().keep(List.of(first));
        positions().keep(List.of(later));
        positions().keep(List.of());

        assertThat(positions().find(first.viewer())).contains(later);
        assertThat(positions().find(Ids.fresh())).isEmpty();
    }
}
