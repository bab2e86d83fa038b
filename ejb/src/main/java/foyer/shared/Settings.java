package foyer.shared;

import java.net.URI;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;

/**
 * Reads a feature's settings and gathers what is wrong with them. Durations are ISO 8601 ({@code PT15S}) or a number with
 * ms, s, m, h or d. Call {@link #refuseWrongOnes()} when all have been read.
 */
public final class Settings {
    private final Config config;
    private final List<String> wrong = new ArrayList<>();

    public Settings(Config config) {
        this.config = config;
    }

    public Stage stage() {
        return text("foyer.stage")
                .map(name -> parse("foyer.stage", name, "local or production", Stage.PRODUCTION, Settings::stageNamed))
                .orElse(Stage.PRODUCTION);
    }

    /** Blank counts as absent. */
    public Optional<String> text(String name) {
        return config.getOptionalValue(name, String.class).map(String::strip).filter(value -> !value.isEmpty());
    }

    public String text(String name, String otherwise) {
        return text(name).orElse(otherwise);
    }

    public boolean truth(String name, boolean otherwise) {
        return text(name)
                .map(value -> parse(name, value, "true or false", otherwise, Settings::truthNamed))
                .orElse(otherwise);
    }

    public int number(String name, int otherwise, int least, int most) {
        return text(name)
                .map(value -> parse(name, value, "a whole number from " + least + " to " + most, otherwise, text -> {
                    var number = Integer.parseInt(text);
                    if (number < least || number > most) {
                        throw new IllegalArgumentException("out of bounds");
                    }
                    return number;
                }))
                .orElse(otherwise);
    }

    public Duration duration(String name, Duration otherwise, Duration least, Duration most) {
        return text(name)
                .map(value -> parse(name, value, "a duration from " + least + " to " + most, otherwise, text -> {
                    var duration = durationOf(text);
                    if (duration.compareTo(least) < 0 || duration.compareTo(most) > 0) {
                        throw new IllegalArgumentException("out of bounds");
                    }
                    return duration;
                }))
                .orElse(otherwise);
    }

    /** An absolute http or https address. */
    public Optional<URI> address(String name) {
        return text(name)
                .flatMap(value -> parse(name, value, "an http or https address", Optional.empty(), text -> {
                    var address = URI.create(text);
                    if (address.getHost() == null || !List.of("http", "https").contains(address.getScheme())) {
                        throw new IllegalArgumentException("no web address");
                    }
                    return Optional.of(address);
                }));
    }

    /** Separated by commas; blanks around the parts do not count. */
    public List<String> list(String name) {
        return text(name).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** Bytes in base64, at least as many as said; absent is wrong, for a secret has no default. */
    public Secret secret(String name, int leastBytes) {
        var expected =
                leastBytes + " or more bytes in base64 (for instance from: openssl rand -base64 " + leastBytes + ")";
        var value = text(name);
        if (value.isEmpty()) {
            wrong(name, "is missing; it takes " + expected + ".");
            return new Secret(new byte[leastBytes]);
        }
        return parse(name, value.get(), expected, new Secret(new byte[leastBytes]), text -> {
            var bytes = Base64.getDecoder().decode(text);
            if (bytes.length < leastBytes) {
                throw new IllegalArgumentException("too short");
            }
            return new Secret(bytes);
        });
    }

    /** For rules that span several settings. */
    public void wrong(String name, String predicate) {
        wrong.add("Setting " + name + " " + predicate);
    }

    /** Fails with {@link WrongSettings} that names every wrong one. */
    public void refuseWrongOnes() {
        if (!wrong.isEmpty()) {
            throw new WrongSettings(wrong);
        }
    }

    private <T> T parse(String name, String value, String expected, T otherwise, Function<String, T> parser) {
        try {
            return parser.apply(value);
        } catch (IllegalArgumentException | DateTimeParseException refused) {
            wrong(name, "is not " + expected + ".");
            return otherwise;
        }
    }

    private static Stage stageNamed(String name) {
        return Stage.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private static boolean truthNamed(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("neither true nor false");
        };
    }

    private static Duration durationOf(String text) {
        if (text.startsWith("P")) {
            return Duration.parse(text);
        }
        var unit = text.replaceFirst("^[0-9]+", "");
        var amount = Long.parseLong(text.substring(0, text.length() - unit.length()));
        return switch (unit) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            case "d" -> Duration.ofDays(amount);
            default -> throw new IllegalArgumentException("no unit");
        };
    }
}
