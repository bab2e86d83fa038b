package foyer.media;

/** What changes that a channel should be without anybody asking, and why. */
enum Turn {
    AHEAD("Its event is about to begin."),
    CALLED_OFF("Its event is cancelled or archived."),
    OVERRUN("Its event has been over for long."),
    UNFED("No encoder has sent for long."),
    OVER("It is over, and nothing is left to record.");

    private final String reason;

    Turn(String reason) {
        this.reason = reason;
    }

    String reason() {
        return reason;
    }

    /** Whether it follows from the time and the event alone, however the channel is fed. */
    boolean byTheClock() {
        return switch (this) {
            case AHEAD, CALLED_OFF, OVERRUN -> true;
            case UNFED, OVER -> false;
        };
    }
}
