package foyer.media;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was seen of a channel.
 *
 * @param input how it is fed; where that is not known, as it was last known
 * @param fedSince when an encoder came first since the broadcast was started, where that is told only afterwards; null: it is told at once,
 *     or none came
 * @param known whether it is known how it is fed and was: who is not seen need not be missing
 * @param trouble what keeps it from what it should do, for the organizer; null: nothing
 */
public record ChannelStatus(
        ChannelState state,
        InputHealth input,
        @Nullable Instant fedSince,
        boolean known,
        @Nullable Trouble trouble) {

    public ChannelStatus(ChannelState state, InputHealth input, @Nullable Trouble trouble) {
        this(state, input, null, true, trouble);
    }

    /** Of one that is well and takes nothing in. */
    public static ChannelStatus of(ChannelState state) {
        return new ChannelStatus(state, InputHealth.none(), null);
    }

    /** Of one that may be fed or not. */
    public static ChannelStatus unknown(ChannelState state, InputHealth last, @Nullable Trouble trouble) {
        return new ChannelStatus(state, last, null, false, trouble);
    }
}
