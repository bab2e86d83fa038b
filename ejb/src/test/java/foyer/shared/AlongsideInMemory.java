package foyer.shared;

import java.util.ArrayList;
import java.util.List;

/**
 * A change alongside for keepers that are in memory.
 *
 * @param check fails with what its condition means when it is not met; run before anything is written
 */
public record AlongsideInMemory(Runnable check, Runnable write) implements Alongside {

    /** All of it, or nothing. */
    public static void write(Alongside change) {
        var all = in(change);
        all.forEach(one -> one.check().run());
        all.forEach(one -> one.write().run());
    }

    private static List<AlongsideInMemory> in(Alongside change) {
        if (change instanceof AlongsideInMemory one) {
            return List.of(one);
        }
        if (change instanceof Together together) {
            var all = new ArrayList<AlongsideInMemory>();
            together.changes().forEach(one -> all.addAll(in(one)));
            return all;
        }
        throw new IllegalStateException("Made for another store: " + change.getClass());
    }
}
