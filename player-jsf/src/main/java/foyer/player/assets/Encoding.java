package foyer.player.assets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The forms in which an asset lies ready, smallest first. */
enum Encoding {
    BROTLI("br", ".br"),
    GZIP("gzip", ".gz"),
    PLAIN("identity", "");

    private final String token;
    private final String suffix;

    Encoding(String token, String suffix) {
        this.token = token;
        this.suffix = suffix;
    }

    String token() {
        return token;
    }

    /** What the published file's name ends in. */
    String suffix() {
        return suffix;
    }

    /**
     * Those that a client takes by its {@code Accept-Encoding} (RFC 9110, 12.5.3), best first: by the client's weights, among
     * equals the smallest. Plain is always among them, for a refusal would help nobody.
     */
    static List<Encoding> takenBy(@Nullable String header) {
        var weights = weights(header == null ? "" : header);
        var taken = new ArrayList<Encoding>();
        for (var encoding : values()) {
            if (encoding != PLAIN && weight(encoding, weights) > 0) {
                taken.add(encoding);
            }
        }
        taken.sort((one, other) -> Double.compare(weight(other, weights), weight(one, weights)));
        taken.add(PLAIN);
        return taken;
    }

    private static double weight(Encoding encoding, Map<String, Double> weights) {
        return weights.getOrDefault(encoding.token, weights.getOrDefault("*", 0.0));
    }

    private static Map<String, Double> weights(String header) {
        var weights = new HashMap<String, Double>();
        for (var part : header.toLowerCase(Locale.ROOT).split(",", -1)) {
            var coding = part.split(";", 2);
            weights.put(coding[0].strip(), coding.length == 1 ? 1.0 : quality(coding[1]));
        }
        return weights;
    }

    private static double quality(String parameter) {
        var text = parameter.strip();
        try {
            return text.startsWith("q=") ? Double.parseDouble(text.substring(2)) : 1.0;
        } catch (NumberFormatException unreadable) {
            return 0.0;
        }
    }
}
