package foyer.session;

/** How long the address of a picture is good. */
public enum PlaybackTerm {
    /** A short while, in which it is renewed as long as somebody watches. */
    RENEWED,
    /** For players that go on fetching by themselves: until an hour after the event's end, or as long as the session once it has ended. */
    LASTING
}
