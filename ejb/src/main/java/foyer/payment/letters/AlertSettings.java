package foyer.payment.letters;

import foyer.shared.EmailAddress;
import foyer.shared.FeatureSettings;
import foyer.shared.Settings;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who hears when a payment needs a person.
 *
 * @param alertsTo {@code foyer.payment.alerts-to}: whom to write to; null: log and metric alone
 */
public record AlertSettings(@Nullable EmailAddress alertsTo) implements FeatureSettings {
    private static final String ALERTS = "foyer.payment.alerts-to";

    public static AlertSettings read(Settings settings) {
        var alerts = settings.text(ALERTS).flatMap(text -> {
            var address = EmailAddress.read(text);
            if (address.isEmpty()) {
                settings.wrong(ALERTS, "is not an e-mail address.");
            }
            return address;
        });
        settings.refuseWrongOnes();
        return new AlertSettings(alerts.orElse(null));
    }

    public Optional<EmailAddress> alerts() {
        return Optional.ofNullable(alertsTo);
    }
}
