package foyer.web.caller;

import java.util.regex.Pattern;

/**
 * The calls that a viewer's screen makes and whose event only their body or token names. A preflight carries neither, so
 * it is let through for every page; the call itself is answered to the event's own pages alone, see {@link PagesOfEvent}.
 */
final class ViewersCalls {
    private static final Pattern PATHS = Pattern.compile("auth/login|auth/code|auth/password|registrations"
            + "|registrations/[^/]+(/resend)?|sessions/[^/]+(/heartbeat)?|events/[^/]+/flow");

    private ViewersCalls() {}

    static boolean include(FromPage call) {
        return PATHS.matcher(call.path()).matches();
    }
}
