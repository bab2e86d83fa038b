package foyer.media;

import foyer.shared.Ids;

/** Names a broadcast; opaque and not guessable. */
public record BroadcastId(String value) {

    public static BroadcastId fresh() {
        return new BroadcastId(Ids.fresh());
    }
}
