package foyer.web.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.shared.ValidationFailed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpectedViewersTest {
    @Test
    void whereNobodySaysThereIsNoNumber() {
        assertThat(ExpectedViewers.read(null)).isNull();
    }

    @Test
    void fromNoneToTenMillionAreBelieved() {
        assertThat(ExpectedViewers.read("0")).isZero();
        assertThat(ExpectedViewers.read("10000000")).isEqualTo(10_000_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "+1", "1.5", "10000001", "99999999999999999999", "many", "٣"})
    void otherTextsAreRefused(String asked) {
        assertThatThrownBy(() -> ExpectedViewers.read(asked)).isInstanceOf(ValidationFailed.class);
    }
}
