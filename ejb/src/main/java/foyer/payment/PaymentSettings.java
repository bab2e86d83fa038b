package foyer.payment;

import foyer.shared.EmailAddress;
import foyer.shared.FeatureSettings;
import foyer.shared.Settings;
import java.time.Duration;
import java.util.Optional;

/**
 * How long payments may take, and who hears when a person is needed.
 *
 * @param hold {@code foyer.payment.hold}: how long a seat is kept for who is about to pay
 * @param grace {@code foyer.payment.grace}: how much longer it is kept in silence, for the provider to answer how it ended
 * @param delay {@code foyer.payment.delay}: how long it is kept for money that takes its time, as a bank debit
 * @param every {@code foyer.reconcile.every}: how often each node compares our payments with the provider's
 * @param alerts {@code foyer.payment.alerts-to}: whom to write to when a person is needed; empty: log and metric alone
 */
public record PaymentSettings(
        Duration hold, Duration grace, Duration delay, Duration every, Optional<EmailAddress> alerts)
        implements FeatureSettings {
    private static final String ALERTS = "foyer.payment.alerts-to";

    public static PaymentSettings read(Settings settings) {
        var read = new PaymentSettings(
                settings.duration(
                        "foyer.payment.hold", Duration.ofMinutes(30), Duration.ofSeconds(10), Duration.ofHours(23)),
                settings.duration(
                        "foyer.payment.grace", Duration.ofMinutes(5), Duration.ofSeconds(10), Duration.ofHours(1)),
                settings.duration("foyer.payment.delay", Duration.ofDays(14), Duration.ofHours(1), Duration.ofDays(60)),
                settings.duration(
                        "foyer.reconcile.every", Duration.ofMinutes(1), Duration.ofSeconds(1), Duration.ofHours(1)),
                settings.text(ALERTS).flatMap(text -> {
                    var address = EmailAddress.read(text);
                    if (address.isEmpty()) {
                        settings.wrong(ALERTS, "is not an e-mail address.");
                    }
                    return address;
                }));
        settings.refuseWrongOnes();
        return read;
    }
}
