package foyer.web.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import foyer.shared.Problem;
import foyer.shared.ProblemCode;
import foyer.shared.ValidationFailed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagsTest {
    @ParameterizedTest
    @CsvSource({
        "'\"7-published\"', 7",
        "'\"7-live-public\"', 7",
        "'\"7\"', 7",
        "'W/\"7-live\"', 0",
        "'\"x\"', 0",
        "'\"\"', 0",
        "'\"99999999999999999999\"', 0",
        "'*', 12",
        "'\"3-draft\", \"12-live\"', 12",
        "'\"3-draft\", \"4-draft\"', 0"
    })
    void aConditionNamesTheVersionItIsFor(String ifMatch, long version) {
        assertThat(EntityTags.expectedVersion(ifMatch, () -> 12)).isEqualTo(version);
    }

    @Test
    void aChangeWithoutAConditionIsRefused() {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> EntityTags.expectedVersion(null, () -> 12))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(ProblemCode.PRECONDITION_REQUIRED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "7-live", "\"7", "\"7\" \"8\"", "", ","})
    void aConditionWithoutQuotesIsMalformed(String ifMatch) {
        assertThatExceptionOfType(ValidationFailed.class)
                .isThrownBy(() -> EntityTags.expectedVersion(ifMatch, () -> 12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"7-live\"", "*", "W/\"7-live\"", "\"6-live\", \"7-live\""})
    void whoHoldsItNeedsNoSecondCopy(String ifNoneMatch) {
        assertThat(EntityTags.held(ifNoneMatch, "\"7-live\"")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"6-live\"", "\"7-live-public\"", "7-live", ""})
    void whoHoldsAnotherDoes(String ifNoneMatch) {
        assertThat(EntityTags.held(ifNoneMatch, "\"7-live\"")).isFalse();
    }
}
