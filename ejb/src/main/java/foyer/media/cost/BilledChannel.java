package foyer.media.cost;

import foyer.media.rendition.Rendition;
import java.util.List;

/**
 * What of a channel is paid for.
 *
 * @param rungs the sizes that are made, the largest first
 * @param pipelines how many make all of them at once
 */
public record BilledChannel(List<Rendition> rungs, int pipelines) {
    /** Of the sound that goes with every size, a second. */
    private static final long SOUND_KILOBITS = 128;

    public BilledChannel {
        rungs = List.copyOf(rungs);
    }

    /** The same without so many of the largest sizes; one is always left. */
    public BilledChannel without(int largest) {
        return new BilledChannel(Rendition.without(largest, rungs), pipelines);
    }

    /** All that one pipeline gives out, in kilobits a second, at most. */
    long kilobitsMade() {
        return SOUND_KILOBITS + rungs.stream().mapToLong(Rendition::kilobits).sum();
    }

    /** What one viewer is sent of the largest size, in kilobits a second, at most. */
    long kilobitsWatched() {
        return SOUND_KILOBITS + rungs.get(0).kilobits();
    }
}
