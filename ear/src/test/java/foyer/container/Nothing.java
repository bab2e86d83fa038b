package foyer.container;

import java.lang.reflect.Array;
import org.jspecify.annotations.Nullable;

/** The value a type's variables have before anybody gave them one. */
final class Nothing {
    private Nothing() {}

    /** Null for all but primitives. */
    static @Nullable Object of(Class<?> type) {
        return type.isPrimitive() && type != void.class ? Array.get(Array.newInstance(type, 1), 0) : null;
    }
}
