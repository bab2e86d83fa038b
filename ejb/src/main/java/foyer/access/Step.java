package foyer.access;

/** What stands next between a viewer and the video. */
public enum Step {
    REGISTER,
    VERIFY,
    LOGIN,
    PAY,
    WAIT,
    WATCH,
    REFUSED
}
