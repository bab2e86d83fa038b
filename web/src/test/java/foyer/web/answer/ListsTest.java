package foyer.web.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import foyer.shared.Fields;
import foyer.shared.Finding;
import foyer.shared.ValidationFailed;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListsTest {
    @Test
    void fiftyItemsAreUsual() {
        assertThat(Lists.limit(null)).isEqualTo(50);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "50", "200"})
    void aCallerMayAskForMoreOrFewer(String limit) {
        assertThat(Lists.limit(limit)).isEqualTo(Integer.parseInt(limit));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "201", "-1", "1.5", "many", "99999999999999", "+5", " 5"})
    void thereAreBounds(String limit) {
        assertThatExceptionOfType(ValidationFailed.class).isThrownBy(() -> Lists.limit(limit));
    }

    @Test
    void whatIsWrongWithItIsToldBesideWhatElseIsWrong() {
        var filters = Fields.of(Map.of("state", 1L));
        filters.text("state");

        Lists.limit(filters, "0");

        assertThatExceptionOfType(ValidationFailed.class)
                .isThrownBy(filters::throwIfRefused)
                .satisfies(refused -> assertThat(refused.findings())
                        .extracting(Finding::field)
                        .containsExactly("state", "limit"));
    }
}
