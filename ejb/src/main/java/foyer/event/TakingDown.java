package foyer.event;

/** Hears of events that the public loses: for whoever lets people watch without asking this deployment each time. */
public interface TakingDown {
    /** This one is about to be cancelled or archived; told before it is done, so it may be that it is not. */
    void about(Event event);
}
