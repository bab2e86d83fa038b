package foyer.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.shared.EmailAddress;
import foyer.shared.FixedConfig;
import foyer.shared.QuickPasswords;
import foyer.shared.SettableClock;
import foyer.shared.WrongSettings;
import foyer.token.SomeTokens;
import foyer.token.TokenSettings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AppointingFirstOperatorTest {
    private static final EmailAddress ANN = new EmailAddress("ann@example.org");
    private static final Map<String, String> NAMED =
            Map.of("foyer.operator.email", "ann@example.org", "foyer.operator.password", "correct horse battery");

    private final Operators operators = new OperatorsInMemory();
    private final QuickPasswords passwords = new QuickPasswords();

    @Test
    void whomTheSettingsNameIsMadeAnAdmin() {
        appoint(NAMED, SomeTokens.OURS);

        assertThat(operators.find(ANN).orElseThrow().actsAsAdmin()).isTrue();
    }

    @Test
    void theNextStartChangesNothingAndHashesNothing() {
        appoint(NAMED, SomeTokens.OURS);
        var first = operators.find(ANN);

        appoint(NAMED, SomeTokens.OURS);

        assertThat(operators.find(ANN)).isEqualTo(first);
        assertThat(passwords.slowHashes()).isEqualTo(1);
    }

    @Test
    void withoutSettingsNobodyIsMade() {
        appoint(Map.of(), SomeTokens.OURS);

        assertThat(operators.page(1, null).items()).isEmpty();
    }

    @Test
    void whereAnOutsideIssuerIsTrustedNobodyIsMade() {
        appoint(NAMED, SomeTokens.OUTSIDE);

        assertThat(operators.page(1, null).items()).isEmpty();
    }

    @Test
    void halfAnOperatorIsAWrongSetting() {
        assertThatThrownBy(() -> settings(Map.of("foyer.operator.email", "ann@example.org")))
                .isInstanceOf(WrongSettings.class)
                .hasMessageContaining("foyer.operator.password");
    }

    @Test
    void aWeakPasswordIsAWrongSettingAndIsNotShown() {
        assertThatThrownBy(() -> settings(
                        Map.of("foyer.operator.email", "ann@example.org", "foyer.operator.password", "secret")))
                .isInstanceOf(WrongSettings.class)
                .hasMessageContaining("at least 12 characters")
                .hasMessageNotContaining("secret");
    }

    @Test
    void theSettingsDoNotPrintThePassword() {
        assertThat(settings(NAMED).toString()).doesNotContain("horse");
    }

    private void appoint(Map<String, String> named, TokenSettings issuing) {
        var appointing = new AppointingFirstOperator();
        appointing.operators = operators;
        appointing.passwords = passwords;
        appointing.settings = settings(named);
        appointing.issuing = issuing;
        appointing.clock = new SettableClock();
        appointing.appointIfNamed();
    }

    private static OperatorSettings settings(Map<String, String> named) {
        return OperatorSettings.read(FixedConfig.settings(named));
    }
}
