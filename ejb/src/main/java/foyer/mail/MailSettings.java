package foyer.mail;

import foyer.shared.EmailAddress;
import foyer.shared.FeatureSettings;
import foyer.shared.Fields;
import foyer.shared.Settings;
import foyer.shared.Stage;
import java.time.Duration;
import java.util.Arrays;

/**
 * How letters go out, whoever carries them.
 *
 * @param carrier {@code foyer.mail.provider}, smtp or ses; smtp in the local stage unless said otherwise
 * @param from {@code foyer.mail.from} and {@code foyer.mail.from-name}; the address has no default outside the local stage
 * @param rate {@code foyer.mail.rate}: letters a second at most, on each node
 * @param attempts {@code foyer.mail.attempts} before a letter is given up and waits for a person
 * @param lease {@code foyer.mail.lease}: how long the node that took up a letter has for it, before another does
 * @param kept {@code foyer.mail.kept}: how long it is known that something was told, and how long dead letters are kept
 */
public record MailSettings(Carrier carrier, Sender from, int rate, int attempts, Duration lease, Duration kept)
        implements FeatureSettings {
    private static final String PROVIDER = "foyer.mail.provider";
    private static final String FROM = "foyer.mail.from";
    private static final String USUAL_NAME = "Foyer";
    private static final EmailAddress NOBODY = new EmailAddress("foyer@foyer.example");

    public static MailSettings read(Settings settings) {
        var read = new MailSettings(
                chosen(settings),
                new Sender(address(settings), name(settings)),
                settings.number("foyer.mail.rate", 10, 1, 1_000),
                settings.number("foyer.mail.attempts", 100, 1, 1_000),
                settings.duration(
                        "foyer.mail.lease", Duration.ofMinutes(2), Duration.ofSeconds(40), Duration.ofHours(1)),
                settings.duration("foyer.mail.kept", Duration.ofDays(30), Duration.ofDays(8), Duration.ofDays(400)));
        settings.refuseWrongOnes();
        return read;
    }

    /** Which carrier the settings name, without complaint: for the carriers' own settings. */
    public static Carrier chosenOr(Settings settings, Carrier otherwise) {
        return settings.text(PROVIDER)
                .flatMap(name -> Arrays.stream(Carrier.values())
                        .filter(carrier -> Fields.wireName(carrier).equals(name))
                        .findFirst())
                .orElse(otherwise);
    }

    private static Carrier chosen(Settings settings) {
        var name = settings.text(PROVIDER, settings.stage() == Stage.LOCAL ? "smtp" : "");
        var carrier = chosenOr(settings, Carrier.SMTP);
        if (!Fields.wireName(carrier).equals(name)) {
            settings.wrong(PROVIDER, name.isEmpty() ? "is missing; it takes smtp or ses." : "is not smtp or ses.");
        }
        return carrier;
    }

    private static String name(Settings settings) {
        var name = settings.text("foyer.mail.from-name", USUAL_NAME);
        if (Sender.isLine(name)) {
            return name;
        }
        settings.wrong("foyer.mail.from-name", "has control characters.");
        return USUAL_NAME;
    }

    private static EmailAddress address(Settings settings) {
        var text = settings.text(FROM, settings.stage() == Stage.LOCAL ? NOBODY.typed() : "");
        var address = EmailAddress.read(text);
        if (address.isEmpty()) {
            settings.wrong(
                    FROM, text.isEmpty() ? "is missing; it takes an e-mail address." : "is not an e-mail address.");
        }
        return address.orElse(NOBODY);
    }
}
