package foyer.shared;

import java.util.List;

/**
 * A change of another keeper's that goes into a transaction of somebody else's: both are written, or neither. Who writes it
 * neither knows nor asks what it is; when its condition fails, the whole fails with the refusal that it brought along.
 */
public interface Alongside {
    /** Nothing besides. */
    static Alongside nothing() {
        return new Together(List.of());
    }

    /** All of them. */
    static Alongside of(Alongside... changes) {
        return new Together(List.of(changes));
    }

    /** Several changes as one; keepers look into it. */
    record Together(List<Alongside> changes) implements Alongside {
        public Together {
            changes = List.copyOf(changes);
        }
    }
}
