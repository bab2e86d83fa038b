package foyer.player;

import foyer.event.AuthType;
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

    static Step of(EventState state, AuthType authType, boolean video) {
        return switch (state) {
            case CANCELLED -> CANCELLED;
            case ENDED -> video ? RECORDING : ENDED;
            case PUBLISHED -> authType == AuthType.NONE ? COUNTDOWN : REGISTRATION;
            case LIVE -> authType == AuthType.NONE ? video ? READY : SOON : REGISTRATION;
            case DRAFT, ARCHIVED -> throw new IllegalStateException("Not for the public: " + state);
        };
    }

    /** As styles, modules and texts call it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the page waits with the viewer for the picture. */
    public boolean leadsToPicture() {
        return switch (this) {
            case COUNTDOWN, SOON, READY, RECORDING -> true;
            case ENDED, CANCELLED, REGISTRATION -> false;
        };
    }
}
