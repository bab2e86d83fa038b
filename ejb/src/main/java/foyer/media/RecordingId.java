package foyer.media;

import foyer.shared.Ids;
import foyer.shared.NotFound;

/** Names a recording; opaque and not guessable. */
public record RecordingId(String value) {

    /** Fails with {@link NotFound} for what cannot be an id: there is no such recording. */
    public static RecordingId of(String text) {
        if (!Ids.wellFormed(text)) {
            throw new NotFound("recording");
        }
        return new RecordingId(text);
    }

    public static RecordingId fresh() {
        return new RecordingId(Ids.fresh());
    }
}
