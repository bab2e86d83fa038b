package foyer.web.caller;

import foyer.edge.AskedPath;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/**
 * The calls that a viewer's screen makes and whose event only their body or token names. A preflight carries neither, so
 * it is let through for every page; the call itself is answered to the event's own pages alone, see {@link PagesOfEvent}.
 */
final class ViewersCalls {
    private static final String ENTRY = "auth/login";
    private static final Set<String> OF_NO_SESSION = Set.of(ENTRY, "auth/code", "auth/password", "registrations");

    private ViewersCalls() {}

    static boolean include(FromPage call) {
        return OF_NO_SESSION.contains(call.path()) || isOfSession(call.path());
    }

    /** Whether somebody wants to be let in. */
    static boolean isEntry(HttpServletRequest call) {
        return AskedPath.belowApi(call).equals(ENTRY);
    }

    /** Whether a screen acts by the session that its token names; with others' calls a token means nothing. */
    static boolean isOfSession(HttpServletRequest call) {
        return isOfSession(AskedPath.belowApi(call));
    }

    // No pattern: each heartbeat asks this.
    private static boolean isOfSession(String path) {
        var id = path.indexOf('/') + 1;
        var end = path.indexOf('/', id);
        var tail = end < 0 ? "" : path.substring(end);
        if (id == 0 || id == (end < 0 ? path.length() : end)) {
            return false;
        }
        return switch (path.substring(0, id)) {
            case "registrations/" -> tail.isEmpty() || tail.equals("/resend");
            case "sessions/" -> tail.isEmpty() || tail.equals("/heartbeat") || tail.equals("/support");
            case "events/" -> tail.equals("/flow");
            case "payments/" -> tail.isEmpty();
            default -> false;
        };
    }
}
