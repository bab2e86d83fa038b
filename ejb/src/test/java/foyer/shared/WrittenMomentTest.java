package foyer.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenMomentTest {
    private static final Instant MOMENT = Instant.parse("2030-05-01T18:00:00.120Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2030-05-01T18:00:00.120Z",
                "2030-05-01T18:00:00.12Z",
                "2030-05-01T18:00:00.120000000+00:00",
                "2030-05-01T20:00:00.12+02:00"
            })
    void oneMomentIsWrittenInManyWays(String text) {
        assertThat(new WrittenMoment(text).is(MOMENT)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2030-05-01T18:00:00Z", "2030-05-01T18:00:00.120", "2030-05-01T18:00:00.12+02:00", "then", ""})
    void anotherMomentOrNoneIsNotTheSame(String text) {
        assertThat(new WrittenMoment(text).is(MOMENT)).isFalse();
    }
}
