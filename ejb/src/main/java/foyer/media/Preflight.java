package foyer.media;

import java.util.List;

/**
 * What an origin says of a channel before it is made.
 *
 * @param checked whether it could say anything: without that, no findings mean nothing
 * @param findings what would keep it from being made, in words for its organizer
 */
public record Preflight(boolean checked, List<String> findings) {
    public Preflight {
        findings = List.copyOf(findings);
    }

    public static Preflight found(List<String> findings) {
        return new Preflight(true, findings);
    }

    public static Preflight unknown() {
        return new Preflight(false, List.of());
    }
}
