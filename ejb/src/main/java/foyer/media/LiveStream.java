package foyer.media;

import foyer.media.cost.LiveCost;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A broadcast as its organizer needs it.
 *
 * @param ingest where its encoder sends to; null: it is over, or its encoder is called ({@link Broadcast#call})
 * @param manifest where it plays; null: it is over
 * @param cost what its channel has cost so far
 */
public record LiveStream(
        Broadcast broadcast,
        @Nullable Ingest ingest,
        @Nullable URI manifest,
        LiveCost cost) {}
