package foyer.media;

import org.jspecify.annotations.Nullable;

/**
 * What was seen of a channel.
 *
 * @param input how it is fed; where that is not known, as it was last known
 * @param known whether it is known how it is fed and was: who is not seen need not be missing
 * @param trouble what keeps it from what it should do, for the organizer; null: nothing
 */
public record ChannelStatus(
        ChannelState state,
        InputHealth input,
        boolean known,
        @Nullable Trouble trouble) {

    public ChannelStatus(ChannelState state, InputHealth input, @Nullable Trouble trouble) {
        this(state, input, true, trouble);
    }

    /** Of one that is well and takes nothing in. */
    public static ChannelStatus of(ChannelState state) {
        return new ChannelStatus(state, InputHealth.none(), null);
    }

    /** Of one that may be fed or not. */
    public static ChannelStatus unknown(ChannelState state, InputHealth last, Trouble trouble) {
        return new ChannelStatus(state, last, false, trouble);
    }
}
