package foyer.whole;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something that is made when first asked for. What failed once is not tried again: the next test hears the same reason. */
public final class Once<T> {
    private final Supplier<T> making;
    private @Nullable T made;
    private @Nullable RuntimeException failure;

    public Once(Supplier<T> making) {
        this.making = making;
    }

    public synchronized T get() {
        if (failure != null) {
            throw failure;
        }
        var there = made;
        if (there == null) {
            try {
                there = making.get();
                made = there;
            } catch (RuntimeException refused) {
                failure = refused;
                throw refused;
            }
        }
        return there;
    }
}
