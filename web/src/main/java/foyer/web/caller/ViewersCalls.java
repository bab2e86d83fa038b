package foyer.web.caller;

import foyer.edge.AskedPath;
import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;

/**
 * The calls that a viewer's screen makes and whose event only their body or token names. A preflight carries neither, so
 * it is let through for every page; the call itself is answered to the event's own pages alone, see {@link PagesOfEvent}.
 */
final class ViewersCalls {
    private static final String ENTRY = "auth/login";
    private static final String OF_SESSION =
            "registrations/[^/]+(/resend)?|sessions/[^/]+(/heartbeat|/support)?|events/[^/]+/flow|payments/[^/]+";
    private static final Pattern SESSIONS = Pattern.compile(OF_SESSION);
    private static final Pattern PATHS =
            Pattern.compile(ENTRY + "|auth/code|auth/password|registrations|" + OF_SESSION);

    private ViewersCalls() {}

    static boolean include(FromPage call) {
        return PATHS.matcher(call.path()).matches();
    }

    /** Whether somebody wants to be let in. */
    static boolean isEntry(HttpServletRequest call) {
        return AskedPath.belowApi(call).equals(ENTRY);
    }

    /** Whether a screen acts by the session that its token names; with others' calls a token means nothing. */
    static boolean isOfSession(HttpServletRequest call) {
        return SESSIONS.matcher(AskedPath.belowApi(call)).matches();
    }
}
