package foyer.media;

import org.jspecify.annotations.Nullable;

/**
 * What was seen of a channel.
 *
 * @param trouble what keeps it from what it should do, for the organizer; null: nothing
 */
public record ChannelStatus(
        ChannelState state, InputHealth input, @Nullable Trouble trouble) {

    /** Of one that is well and takes nothing in. */
    public static ChannelStatus of(ChannelState state) {
        return new ChannelStatus(state, InputHealth.none(), null);
    }
}
