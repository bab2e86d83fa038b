package foyer.web.caller;

import org.jspecify.annotations.Nullable;

/** Finds the token that a viewer's screen carries. */
public final class ViewerToken {
    private ViewerToken() {}

    /** What follows {@code Foyer} in the header; null where the caller sent something else or nothing. */
    public static @Nullable String in(@Nullable String authorization) {
        return authorization != null && authorization.startsWith(KnownCredentials.OF_VIEWERS)
                ? authorization.substring(KnownCredentials.OF_VIEWERS.length()).strip()
                : null;
    }
}
