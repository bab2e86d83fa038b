package foyer.shared;

/** The id of the request this thread works for, so that answers and log lines can name it. */
public final class CurrentRequest {
    private static final String NONE = "none";
    private static final ThreadLocal<String> ID = ThreadLocal.withInitial(() -> NONE);

    private CurrentRequest() {}

    /** {@code none} outside of a request, as in timers. */
    public static String id() {
        return ID.get();
    }

    /** Whether somebody waits for what this thread does. */
    public static boolean any() {
        return !ID.get().equals(NONE);
    }

    public static void begin(String id) {
        ID.set(id);
    }

    public static void end() {
        ID.remove();
    }
}
