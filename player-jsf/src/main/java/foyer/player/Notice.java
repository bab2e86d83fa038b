package foyer.player;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

/** Backs {@code notice.xhtml}: says in plain words why there is no event to show. */
@Named
@RequestScoped
public class Notice {
    /** Says <a href="https://www.rfc-editor.org/rfc/rfc6585#section-4">RFC 6585</a>, and the servlet API has no name for it. */
    static final int TOO_MANY_REQUESTS = 429;

    private Reason reason = Reason.MISSING;

    /** Why there is nothing to see. */
    public enum Reason {
        MISSING("missing"),
        UNAVAILABLE("unavailable");

        private final String key;

        Reason(String key) {
            this.key = key;
        }

        /** @param status of HTTP */
        static Reason of(int status) {
            return status >= 500 || status == TOO_MANY_REQUESTS ? UNAVAILABLE : MISSING;
        }
    }

    public void because(Reason why) {
        reason = why;
    }

    /** Names its texts: title and words. */
    public String key() {
        return reason.key;
    }
}
