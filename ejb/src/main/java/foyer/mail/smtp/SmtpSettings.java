package foyer.mail.smtp;

import foyer.mail.Carrier;
import foyer.mail.MailSettings;
import foyer.shared.FeatureSettings;
import foyer.shared.Secret;
import foyer.shared.Settings;
import foyer.shared.Stage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Which relay takes our letters.
 *
 * @param host {@code foyer.mail.smtp.host}; has no default outside the local stage
 * @param port {@code foyer.mail.smtp.port}
 * @param protection {@code foyer.mail.smtp.protection}: starttls (the default outside the local stage), tls or none
 * @param user {@code foyer.mail.smtp.user}; absent: without a login
 * @param secret {@code foyer.mail.smtp.password}
 * @param timeout {@code foyer.mail.smtp.timeout}: for a connection, and for each answer
 */
record SmtpSettings(
        String host,
        int port,
        Protection protection,
        @Nullable String user,
        @Nullable Secret secret,
        Duration timeout) implements FeatureSettings {
    private static final String HOST = "foyer.mail.smtp.host";
    private static final String PROTECTION = "foyer.mail.smtp.protection";
    private static final String USER = "foyer.mail.smtp.user";

    /** How the way to the relay is guarded. */
    enum Protection {
        NONE,
        STARTTLS,
        TLS
    }

    static SmtpSettings read(Settings settings) {
        var local = settings.stage() == Stage.LOCAL;
        var read = new SmtpSettings(
                settings.text(HOST, local ? "localhost" : ""),
                settings.number("foyer.mail.smtp.port", local ? 25 : 587, 1, 65_535),
                protection(settings, local ? Protection.NONE : Protection.STARTTLS),
                settings.text(USER).orElse(null),
                settings.text("foyer.mail.smtp.password")
                        .map(password -> new Secret(password.getBytes(StandardCharsets.UTF_8)))
                        .orElse(null),
                settings.duration(
                        "foyer.mail.smtp.timeout",
                        Duration.ofSeconds(8),
                        Duration.ofMillis(100),
                        Duration.ofSeconds(9)));
        if (MailSettings.chosenOr(settings, Carrier.SMTP) == Carrier.SMTP) {
            read.refuseWhatDoesNotGoTogether(settings, local);
        }
        settings.refuseWrongOnes();
        return read;
    }

    Optional<String> password() {
        return Optional.ofNullable(secret).map(hidden -> new String(hidden.bytes(), StandardCharsets.UTF_8));
    }

    /** As Jakarta Mail takes them, but for the login. */
    Properties properties() {
        var properties = new Properties();
        var patience = Long.toString(timeout.toMillis());
        properties.put("mail.smtp.connectiontimeout", patience);
        properties.put("mail.smtp.timeout", patience);
        properties.put("mail.smtp.writetimeout", patience);
        properties.put("mail.smtp.auth", Boolean.toString(user != null));
        properties.put("mail.mime.allowutf8", "true");
        properties.put("mail.smtp.localhost", "foyer");
        // A relay that has gone says no goodbye.
        properties.put("mail.smtp.quitwait", "false");
        switch (protection) {
            case NONE -> {}
            case STARTTLS -> {
                properties.put("mail.smtp.starttls.enable", "true");
                properties.put("mail.smtp.starttls.required", "true");
            }
            case TLS -> properties.put("mail.smtp.ssl.enable", "true");
        }
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        return properties;
    }

    private void refuseWhatDoesNotGoTogether(Settings settings, boolean local) {
        if (host.isEmpty()) {
            settings.wrong(HOST, "is missing; it takes the name of a relay.");
        }
        if ((user == null) != (secret == null)) {
            settings.wrong(USER, "and foyer.mail.smtp.password go together.");
        }
        if (!local && user != null && protection == Protection.NONE) {
            settings.wrong(PROTECTION, "would send a password that anybody on the way can read.");
        }
    }

    private static Protection protection(Settings settings, Protection otherwise) {
        var name = settings.text(PROTECTION);
        if (name.isEmpty()) {
            return otherwise;
        }
        try {
            return Protection.valueOf(name.get().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            settings.wrong(PROTECTION, "is not one of starttls, tls and none.");
            return otherwise;
        }
    }
}
