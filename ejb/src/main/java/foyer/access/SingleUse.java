package foyer.access;

import java.util.Map;

/**
 * What lets a viewer in once, and is used up by being shown: a code, and a link that proves an address. A password and the lasting link
 * of a registration may be shown again.
 */
public final class SingleUse {
    private SingleUse() {}

    /** @param shown what a login brings, by the API's names */
    public static boolean among(Map<String, ?> shown) {
        return shown.get("code") != null
                || (shown.get("linkToken") instanceof String text
                        && LinkToken.read(text).filter(LinkToken::isProof).isPresent());
    }
}
