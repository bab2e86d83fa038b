package foyer.media;

import java.io.InputStream;

/** Where parts of uploads arrive that are sent to this very server. */
public interface Arrivals {
    /**
     * Keeps a part once all of it has come; sent again, it replaces the one before. Fails with {@link PartBroken} when more or
     * fewer bytes come, with {@link foyer.shared.NotFound} when the upload is none or no longer one, and with
     * {@link foyer.shared.Unavailable} when there is no room.
     */
    void take(PartPermit permit, InputStream body);
}
