package foyer.player;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.event.AuthType;
import foyer.event.EventState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

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
        assertThat(Step.of(state, AuthType.NONE, video)).isEqualTo(step);
    }

    @ParameterizedTest
    @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void whereSomethingMustBeProvenRegistrationComesFirst(AuthType authType) {
        assertThat(Step.of(EventState.PUBLISHED, authType, false)).isEqualTo(Step.REGISTRATION);
        assertThat(Step.of(EventState.LIVE, authType, false)).isEqualTo(Step.REGISTRATION);
    }

    @Test
    void whatIsOverOrOffNeedsNoRegistration() {
        assertThat(Step.of(EventState.ENDED, AuthType.PAYMENT, false)).isEqualTo(Step.ENDED);
        assertThat(Step.of(EventState.CANCELLED, AuthType.PAYMENT, false)).isEqualTo(Step.CANCELLED);
    }

    @Test
    void whatIsNotPublicIsNeverShown() {
        assertThatThrownBy(() -> Step.of(EventState.DRAFT, AuthType.NONE, true))
                .isInstanceOf(IllegalStateException.class);
    }
}
