package foyer.sandbox;

import foyer.sandbox.stripe.webhook.Endpoint;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;

/**
 * What the sandbox is told when it starts.
 *
 * @param port of its HTTP server; 0 takes any free one
 * @param smtpPort of its mailbox; 0 takes any free one
 * @param dataDir keeps tables and files between runs; absent: all in memory
 * @param parent the process whose end is the sandbox's end too
 * @param webhook where the stand-in for Stripe sends what happens; it can be told later, too
 */
record Settings(int port, int smtpPort, Optional<Path> dataDir, OptionalLong parent, Optional<Endpoint> webhook) {
    static final String PORT = "foyer.sandbox.port";
    static final String SMTP_PORT = "foyer.sandbox.smtp-port";
    static final String DATA_DIR = "foyer.data.dir";
    static final String PARENT = "foyer.sandbox.parent";
    static final String WEBHOOK_URL = "foyer.sandbox.stripe.webhook-url";
    static final String WEBHOOK_SECRET = "foyer.sandbox.stripe.webhook-secret";

    /** Fails with an {@link IllegalArgumentException} that names the wrong setting. */
    static Settings from(Properties properties) {
        return new Settings(
                (int) number(properties, PORT, "8090", 65_535),
                (int) number(properties, SMTP_PORT, "0", 65_535),
                text(properties, DATA_DIR).map(Path::of),
                text(properties, PARENT).isPresent()
                        ? OptionalLong.of(number(properties, PARENT, "", Long.MAX_VALUE))
                        : OptionalLong.empty(),
                text(properties, WEBHOOK_URL).map(url -> webhook(properties, url)));
    }

    private static Endpoint webhook(Properties properties, String url) {
        var secrets = text(properties, WEBHOOK_SECRET)
                .map(listed -> List.of(listed.split("\\s*,\\s*")))
                .orElseThrow(() -> new IllegalArgumentException(WEBHOOK_SECRET + " is missing"));
        var address = Endpoint.address(url)
                .orElseThrow(() -> new IllegalArgumentException(WEBHOOK_URL + " is no http or https address"));
        return new Endpoint(address, secrets, List.of("*"));
    }

    private static Optional<String> text(Properties properties, String name) {
        return Optional.ofNullable(properties.getProperty(name))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    private static long number(Properties properties, String name, String otherwise, long most) {
        var text = text(properties, name).orElse(otherwise);
        try {
            var number = Long.parseLong(text);
            if (number >= 0 && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Told below, with the numbers out of range.
        }
        throw new IllegalArgumentException(name + " is " + text + ", not a number from 0 to " + most);
    }
}
