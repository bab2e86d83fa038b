package foyer.traffic;

import io.github.bucket4j.TimeMeter;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Counts what each caller asks for and says when it is too much (token buckets). Every node counts for itself, and forgets
 * the callers it has not seen for longest when there are too many.
 */
public final class Limits {
    /** By network address; see {@link NetworkAddress} for what counts as one. */
    public static final String ADDRESS = "address";

    /** What a viewer's screen does with its own session, by session: many screens may share one network address. */
    public static final String SESSION = "session";

    /**
     * Coming in, by network address: wide enough for a school or an office behind one. Whoever brings something wrong is
     * counted by {@link #ADDRESS} beside.
     */
    public static final String ENTRY = "entry";

    /** By operator. */
    public static final String OPERATOR = "operator";

    /** Tries to log in, by network address. */
    public static final String LOGIN_ADDRESS = "login-address";

    /** Tries to log in, by mail address. */
    public static final String LOGIN_MAIL = "login-mail";

    /** Reports of screens on which something went wrong, by network address. */
    public static final String SUPPORT = "support";

    private final Map<String, Counted> kinds;

    /** @param time which nobody sets back, or whoever called before waits for as long as it was set back */
    Limits(TrafficSettings settings, TimeMeter time) {
        kinds = settings.limits().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey,
                        kind -> new Counted(kind.getKey(), kind.getValue(), settings.remembered(), time)));
    }

    /** Callers that are held in mind, which are those who called again before all was allowed to them. */
    long remembered() {
        return kinds.values().stream().mapToLong(Counted::remembered).sum();
    }

    /**
     * Counts one call.
     *
     * @param kind one of the constants here
     */
    public Verdict ask(String kind, String who) {
        return counted(kind).ask(who);
    }

    /**
     * Takes back that a call was counted, which showed to be none of those that the limit is there for.
     *
     * @param kind one of the constants here
     */
    public void giveBack(String kind, String who) {
        counted(kind).giveBack(who);
    }

    private Counted counted(String kind) {
        var counted = kinds.get(kind);
        if (counted == null) {
            throw new IllegalArgumentException("There is no limit for " + kind);
        }
        return counted;
    }
}
