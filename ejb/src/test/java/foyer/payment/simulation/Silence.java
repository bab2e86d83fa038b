package foyer.payment.simulation;

import java.util.logging.Level;
import java.util.logging.Logger;

/** A hundred thousand histories would log the same all the time. */
final class Silence {
    private static final Logger LOG = Logger.getLogger("foyer");

    private Silence() {}

    static void during(Runnable work) {
        LOG.setLevel(Level.OFF);
        try {
            work.run();
        } finally {
            LOG.setLevel(null);
        }
    }
}
