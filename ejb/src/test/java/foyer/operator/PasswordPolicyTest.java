package foyer.operator;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.shared.EmailAddress;
import foyer.shared.Finding;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {
    private static final EmailAddress ANN = new EmailAddress("ann@example.org");

    @ParameterizedTest
    @ValueSource(strings = {"correct horse battery", "tangerine-97", "пароль из слов", "🐙🐳🐠🦀🐡🦑🦐🐟🐬🐋🦞🐚"})
    void whatIsLongAndNotObviousDoes(String password) {
        assertThat(PasswordPolicy.finding(password, ANN)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "elevenchars, too_short",
        "🐙🐳🐠🦀🐡🦑, too_short",
        "aaaaaaaaaaaaaaaa, too_simple",
        "abababababab, too_simple",
        "1234567890123, too_simple",
        "zyxwvutsrqponm, too_simple",
        "ANN@example.org, too_simple"
    })
    void whatAnybodyWouldTryFirstDoesNot(String password, String code) {
        assertThat(PasswordPolicy.finding(password, ANN)).map(Finding::code).contains(code);
    }

    @ParameterizedTest
    @ValueSource(ints = {128, 129})
    void thereIsAnEndToLength(int length) {
        var password = "correct horse ".repeat(10).substring(0, length);

        assertThat(PasswordPolicy.finding(password, ANN).isPresent()).isEqualTo(length > 128);
    }
}
