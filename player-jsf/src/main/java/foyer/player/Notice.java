package foyer.player;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

/** Backs {@code notice.xhtml}: says in plain words why there is no event to show. */
@Named
@RequestScoped
public class Notice {
    private Reason reason = Reason.MISSING;

    /** Why there is nothing to see. */
    public enum Reason {
        MISSING("missing"),
        UNAVAILABLE("unavailable");

        private final String key;

        Reason(String key) {
            this.key = key;
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
