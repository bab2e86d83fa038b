package foyer.media.delivery;

import foyer.event.EventId;
import foyer.event.RecentEvents;
import foyer.media.playback.PlaybackAddresses;
import foyer.shared.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Leads from an address of this deployment to the picture of an event, for browsers that send only to other devices what they do not
 * know for a playlist by the end of its address (docs/adr/0036). It leads nowhere else, and tells nobody an address: whoever asks has
 * been told it.
 */
@ApplicationScoped
public class Forwarding {
    @Inject
    PlaybackAddresses addresses;

    @Inject
    RecentEvents events;

    /**
     * Where to go on.
     *
     * @param asked what the viewer was told, with their right to it where it carries one
     * @return fails with {@link NotFound} where no viewer of this event is told such an address, with {@link foyer.shared.Unavailable}
     *     where nobody knows the event
     */
    public URI forward(EventId event, @Nullable String asked) {
        if (asked == null
                || events.find(event)
                        .filter(found -> addresses.tells(found, asked))
                        .isEmpty()) {
            throw new NotFound("stream");
        }
        return URI.create(asked);
    }
}
