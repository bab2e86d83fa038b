package foyer.operator;

import foyer.shared.EmailAddress;
import foyer.shared.FeatureSettings;
import foyer.shared.Secret;
import foyer.shared.Settings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How operators come to be and stay signed in.
 *
 * @param firstEmail {@code foyer.operator.email}: who administers from the first start on; absent: nobody is made
 * @param firstPassword {@code foyer.operator.password}, in UTF-8
 * @param signedInFor {@code foyer.operator.signed-in-for}: how long refreshing goes on before the password is asked again
 */
public record OperatorSettings(
        @Nullable EmailAddress firstEmail, @Nullable Secret firstPassword, Duration signedInFor)
        implements FeatureSettings {
    private static final String EMAIL = "foyer.operator.email";
    private static final String PASSWORD = "foyer.operator.password";

    /** Fails with {@link foyer.shared.WrongSettings} that names every wrong one. */
    public static OperatorSettings read(Settings settings) {
        var read = new OperatorSettings(
                email(settings).orElse(null),
                settings.text(PASSWORD)
                        .map(text -> new Secret(text.getBytes(StandardCharsets.UTF_8)))
                        .orElse(null),
                settings.duration(
                        "foyer.operator.signed-in-for",
                        Duration.ofDays(14),
                        Duration.ofMinutes(1),
                        Duration.ofDays(90)));
        read.refuseHalfAnOperator(settings);
        settings.refuseWrongOnes();
        return read;
    }

    /** The first operator's password, if one is to be made. */
    Optional<String> password() {
        return Optional.ofNullable(firstPassword).map(secret -> new String(secret.bytes(), StandardCharsets.UTF_8));
    }

    private static Optional<EmailAddress> email(Settings settings) {
        return settings.text(EMAIL).flatMap(text -> {
            var email = EmailAddress.read(text);
            if (email.isEmpty()) {
                settings.wrong(EMAIL, "is not an e-mail address.");
            }
            return email;
        });
    }

    private void refuseHalfAnOperator(Settings settings) {
        if (settings.text(EMAIL).isPresent() != settings.text(PASSWORD).isPresent()) {
            settings.wrong(EMAIL, "and " + PASSWORD + " go together, and one of them is missing.");
        }
        if (firstEmail != null) {
            password()
                    .flatMap(password -> PasswordPolicy.finding(password, firstEmail))
                    .ifPresent(finding -> settings.wrong(PASSWORD, "does not do: " + finding.message()));
        }
    }
}
