package foyer.running;

import java.util.Locale;

/** What is unusual about the world in which a journey goes. */
enum World {
    NOTHING_UNUSUAL,
    /** The provider tells nobody anything. */
    NOTICES_OFF,
    /** A seat is kept for seconds. */
    SHORT_HOLDS;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
