package foyer.player;

import foyer.event.EventState;
import java.util.Locale;

/** Where a viewer stands when the page opens. The module {@code step.js} goes on from there by the same rules. */
public enum Step {
    /** The event is still to come. */
    COUNTDOWN,
    /** The event goes on, but has no video yet. */
    SOON,
    /** There is something to play. */
    READY,
    /** The event is over, and can be watched again. */
    RECORDING,
    ENDED,
    CANCELLED,
    /** Something has to be proven first. */
    REGISTRATION;

    /** @param in whether nothing is left to prove */
    static Step of(EventState state, boolean in, boolean video) {
        return switch (state) {
            case CANCELLED -> CANCELLED;
            case ENDED -> video ? in ? RECORDING : REGISTRATION : ENDED;
            case PUBLISHED -> COUNTDOWN;
            case LIVE -> in ? video ? READY : SOON : REGISTRATION;
            case DRAFT, ARCHIVED -> throw new IllegalStateException("Not for the public: " + state);
        };
    }

    /** As styles, modules and texts call it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the page leads the viewer to a picture. */
    public boolean leadsToPicture() {
        return switch (this) {
            case COUNTDOWN, SOON, READY, RECORDING, REGISTRATION -> true;
            case ENDED, CANCELLED -> false;
        };
    }
}
