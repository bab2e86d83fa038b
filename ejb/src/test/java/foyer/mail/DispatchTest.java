package foyer.mail;

import static foyer.shared.SettableClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.shared.Outgoing;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DispatchTest {
    @ParameterizedTest
    @CsvSource({"1, 5", "2, 10", "3, 20", "6, 160", "7, 300", "100, 300"})
    void eachTimeItWaitsTwiceAsLongUpToFiveMinutes(int attempts, long seconds) {
        var dispatch = new Dispatch(new Outgoing("one", Posting.OTHER, Map.of(), NOON), "claim", attempts, "busy");

        assertThat(Duration.between(NOON, dispatch.next(NOON))).hasSeconds(seconds);
    }
}
