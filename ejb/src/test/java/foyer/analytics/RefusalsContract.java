package foyer.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.event.EventId;
import foyer.shared.SettableClock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every keeper of refusals promises. */
public interface RefusalsContract {
    Instant NOON = SettableClock.NOON;

    Refusals refusals();

    @Test
    default void ofAnEventThatNobodyWasRefusedThereAreNone() {
        var event = EventId.fresh();

        assertThat(refusals().of(event)).isEqualTo(RefusedOrigins.none(event));
    }

    @Test
    default void whatIsNotedIsThereAsItWasNoted() {
        var none = RefusedOrigins.none(EventId.fresh());
        var one = none.with("https://one.example", NOON);
        var two = one.with("http://other.example:8080", NOON.plusSeconds(5));

        assertThat(refusals().replace(none, one)).isTrue();
        assertThat(refusals().replace(one, two)).isTrue();

        assertThat(refusals().of(none.event())).isEqualTo(two);
        assertThat(refusals().of(EventId.fresh()).seen()).isEmpty();
    }

    @Test
    default void whatSomebodyElseNotedMeanwhileStays() {
        var none = RefusedOrigins.none(EventId.fresh());
        var first = none.with("https://one.example", NOON);
        assertThat(refusals().replace(none, first)).isTrue();

        assertThat(refusals().replace(none, none.with("https://other.example", NOON)))
                .isFalse();

        assertThat(refusals().of(none.event())).isEqualTo(first);
    }
}
