package foyer.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Turns a position in a list into a cursor a caller can hold, and back; an altered one is refused. */
@ApplicationScoped
public class Cursors {
    private static final String PURPOSE = "cursor";

    @Inject
    Signatures signatures;

    /** @param list what is listed, filters included: a cursor works only for the list it came from */
    public String cursor(String list, String position) {
        return signatures.sign(PURPOSE + ":" + list, position);
    }

    /** Fails with {@link ValidationFailed} for anything but a cursor of this list. */
    public String position(String list, String cursor) {
        return signatures
                .verify(PURPOSE + ":" + list, cursor)
                .orElseThrow(() -> new ValidationFailed(
                        "cursor", "invalid", "This cursor is not one of this list. Begin again without a cursor."));
    }
}
