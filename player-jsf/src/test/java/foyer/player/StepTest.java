package foyer.player;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.event.EventState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepTest {
    @ParameterizedTest
    @CsvSource({
        "PUBLISHED, true, COUNTDOWN",
        "PUBLISHED, false, COUNTDOWN",
        "LIVE, true, READY",
        "LIVE, false, SOON",
        "ENDED, true, RECORDING",
        "ENDED, false, ENDED",
        "CANCELLED, true, CANCELLED"
    })
    void followsFromStateAndVideo(EventState state, boolean video, Step step) {
        assertThat(Step.of(state, true, video)).isEqualTo(step);
    }

    @Test
    void whereSomethingMustBeProvenRegistrationComesFirst() {
        assertThat(Step.of(EventState.LIVE, false, true)).isEqualTo(Step.REGISTRATION);
        assertThat(Step.of(EventState.ENDED, false, true)).isEqualTo(Step.REGISTRATION);
    }

    @Test
    void theCountdownRunsBesideTheForm() {
        assertThat(Step.of(EventState.PUBLISHED, false, true)).isEqualTo(Step.COUNTDOWN);
    }

    @Test
    void whatIsOverOrOffNeedsNoRegistration() {
        assertThat(Step.of(EventState.ENDED, false, false)).isEqualTo(Step.ENDED);
        assertThat(Step.of(EventState.CANCELLED, false, true)).isEqualTo(Step.CANCELLED);
    }

    @Test
    void whatIsNotPublicIsNeverShown() {
        assertThatThrownBy(() -> Step.of(EventState.DRAFT, true, true)).isInstanceOf(IllegalStateException.class);
    }
}
